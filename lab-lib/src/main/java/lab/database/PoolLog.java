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
 * Prints HikariCP's warnings, such as that of a leak, into the cell: the message, and the place in
 * the learner's code.
 */
final class PoolLog extends Handler {

    private static final int FRAMES = 4;

    /** H2 names its connections by address and user; the user must not be shown. */
    private static final Pattern ADDRESS = Pattern.compile(": url=\\S+ user=\\S+");

    // A static field, because a logger without a reference loses its handlers.
    private static final Logger HIKARI = Logger.getLogger("com.zaxxer.hikari");

    private PoolLog() {}

    // A statement that only took long is reported as a leak, and taken back in this line.
    private static final Logger LEAKS = Logger.getLogger("com.zaxxer.hikari.pool.ProxyLeakTask");

    static {
        HIKARI.setLevel(Level.WARNING);
        LEAKS.setLevel(Level.INFO);
        HIKARI.setUseParentHandlers(false);
        HIKARI.addHandler(new PoolLog());
    }

    /** Turns it on; the first call does it. */
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

    /**
     * The frames from HikariCP's caller to the cell; the frames that called the cell do not help.
     */
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
        if (!CellCode.runs(frame)) {
            return frame.toString();
        }
        return CellCode.place(frame)
                + (hasLineOfCell(frame) ? " (line %d)".formatted(frame.getLineNumber()) : "");
    }

    /** In other kernels than ours a line is one of JShell's wrapper, which nobody has written. */
    private static boolean hasLineOfCell(StackTraceElement frame) {
        var file = frame.getFileName();
        return frame.getLineNumber() > 0 && file != null && !file.startsWith("$JShell$");
    }

    @Override
    public void flush() {
        System.err.flush();
    }

    @Override
    public void close() {}
}
