package lab.database;

import java.util.Arrays;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.regex.Pattern;
import lab.measure.CellCode;

/**
 * HikariCP's warnings, such as that of a leak, as a cell can show them: the words, and where in the
 * learner's code it happened.
 */
final class PoolLog extends Handler {

    private static final int FRAMES = 4;

    /** H2 names its connections by address and user; the user is nobody's business. */
    private static final Pattern ADDRESS = Pattern.compile(": url=\\S+ user=\\S+");

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
        var said = ADDRESS.matcher(new SimpleFormatter().formatMessage(record)).replaceAll("");
        var text = new StringBuilder("HikariCP %s: %s".formatted(record.getLevel(), said));
        if (record.getThrown() != null) {
            text.append("\n  ").append(record.getThrown().getMessage());
            frames(record.getThrown())
                    .forEach(frame -> text.append("\n    at ").append(place(frame)));
        }
        System.err.println(text);
    }

    /** From HikariCP's caller up to the cell; what called the cell is of no use to its author. */
    private static List<StackTraceElement> frames(Throwable thrown) {
        var frames =
                Arrays.stream(thrown.getStackTrace())
                        .filter(frame -> !frame.getClassName().startsWith("com.zaxxer."))
                        .limit(FRAMES)
                        .toList();
        int cell = 0;
        while (cell < frames.size() && !CellCode.runs(frames.get(cell))) {
            cell++;
        }
        return frames.subList(0, Math.min(cell + 1, frames.size()));
    }

    private static String place(StackTraceElement frame) {
        return CellCode.runs(frame) ? CellCode.place(frame) : frame.toString();
    }

    @Override
    public void flush() {
        System.err.flush();
    }

    @Override
    public void close() {}
}
