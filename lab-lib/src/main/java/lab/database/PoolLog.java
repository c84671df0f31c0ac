package lab.database;

import java.util.Arrays;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/**
 * HikariCP's warnings, such as that of a leak, as a cell can show them: the words, and where in the
 * learner's code it happened.
 */
final class PoolLog extends Handler {

    private static final int FRAMES = 4;

    // Held, because a logger that nobody holds forgets its handlers.
    private static final Logger HIKARI = Logger.getLogger("com.zaxxer.hikari");

    private PoolLog() {}

    static {
        HIKARI.setLevel(Level.WARNING);
        HIKARI.setUseParentHandlers(false);
        HIKARI.addHandler(new PoolLog());
    }

    /** Turns it on; once is enough. */
    static void on() {}

    @Override
    public void publish(LogRecord record) {
        if (!isLoggable(record)) {
            return;
        }
        var text =
                new StringBuilder("HikariCP %s: ".formatted(record.getLevel()))
                        .append(new SimpleFormatter().formatMessage(record));
        if (record.getThrown() != null) {
            text.append("\n  ").append(record.getThrown());
            Arrays.stream(record.getThrown().getStackTrace())
                    .filter(frame -> !frame.getClassName().startsWith("com.zaxxer."))
                    .limit(FRAMES)
                    .forEach(frame -> text.append("\n    at ").append(frame));
        }
        System.err.println(text);
    }

    @Override
    public void flush() {
        System.err.flush();
    }

    @Override
    public void close() {}
}
