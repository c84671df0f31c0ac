package lab.bench.fork;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Takes the place of this process's own streams while JMH runs a fork: JMH writes to them what the
 * fork prints.
 */
final class Printout implements AutoCloseable {

    /** It is about options of the kernel, not about the learner's code. */
    private static final String NO_NEWS = "WARNING: Using incubator modules";

    private final PrintStream usualOut = System.out;
    private final PrintStream usualErr = System.err;
    private final Lines out = new Lines();
    private final Lines err = new Lines();
    private Printed printed = Printed.nothing();

    Printout() {
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    /** Gives the streams back. */
    @Override
    public void close() {
        System.setOut(usualOut);
        System.setErr(usualErr);
    }

    /** What the fork has printed, a last line without an end included. */
    synchronized Printed printed() {
        out.end();
        err.end();
        return printed;
    }

    private synchronized void add(String line) {
        if (!line.isBlank() && !line.startsWith(NO_NEWS)) {
            printed = printed.with(line);
        }
    }

    /** Cuts a stream into lines of a bounded length. */
    private final class Lines extends OutputStream {

        private static final int LONGEST = 200;

        private final ByteArrayOutputStream line = new ByteArrayOutputStream();
        private boolean isCut;

        @Override
        public synchronized void write(int b) {
            if (b == '\n') {
                end();
            } else if (b != '\r' && line.size() < LONGEST) {
                line.write(b);
            } else {
                isCut |= b != '\r';
            }
        }

        synchronized void end() {
            add(line.toString(StandardCharsets.UTF_8) + (isCut ? "…" : ""));
            line.reset();
            isCut = false;
        }
    }
}
