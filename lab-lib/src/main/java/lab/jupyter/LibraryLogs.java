package lab.jupyter;

import java.util.logging.Level;
import java.util.logging.Logger;

/** Limits what libraries print into a cell by themselves. */
final class LibraryLogs {

    // A field, because a logger that no one references loses its level.
    private static final Logger HIKARI = Logger.getLogger("com.zaxxer.hikari");

    private LibraryLogs() {}

    /** A connection pool logs each start and stop; a learner needs only its warnings. */
    static void onlyWarnings() {
        HIKARI.setLevel(Level.WARNING);
    }
}
