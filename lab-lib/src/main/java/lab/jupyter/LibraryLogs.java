package lab.jupyter;

import java.util.logging.Level;
import java.util.logging.Logger;

/** What libraries print into a cell by themselves. */
final class LibraryLogs {

    // A field, because the level of a logger is lost with its last reference.
    private static final Logger HIKARI = Logger.getLogger("com.zaxxer.hikari");

    private LibraryLogs() {}

    /** A pool reports each start and stop; only its warnings concern a learner. */
    static void onlyWarnings() {
        HIKARI.setLevel(Level.WARNING);
    }
}
