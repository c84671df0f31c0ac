package lab.kernel;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import lab.jupyter.Later;

/**
 * Sends what cells print in few messages: when the buffer holds 8 KB, when the cell writes to the
 * other stream, and 50 ms after the first byte. A cell that prints without end is slowed down to
 * the rate that a Jupyter server passes on; above this rate the server would drop messages.
 */
final class Outlet {

    /** The receiver of the text. */
    interface Sink {
        void send(String stream, String text);
    }

    private static final int BATCH = 8 << 10;
    private static final Duration DELAY = Duration.ofMillis(50);

    private final Sink sink;
    private final Budget budget;
    private final Later later;
    private final ByteArrayOutputStream buffer = new ByteArrayOutputStream(2 * BATCH);
    private String open = "stdout";
    private boolean scheduled;

    Outlet(Sink sink, Budget budget, Later later) {
        this.sink = sink;
        this.budget = budget;
        this.later = later;
    }

    PrintStream stream(String name) {
        return new PrintStream(new Stream(name), false, StandardCharsets.UTF_8);
    }

    synchronized void flush() {
        send(buffer.size());
    }

    private void write(String name, byte[] bytes, int offset, int length) {
        Halt.checkStop();
        append(name, bytes, offset, length);
        budget.spend(length);
    }

    private synchronized void append(String name, byte[] bytes, int offset, int length) {
        if (!name.equals(open)) {
            flush();
            open = name;
        }
        buffer.write(bytes, offset, length);
        if (buffer.size() >= BATCH) {
            send(Utf8.wholeCharacters(buffer.toByteArray()));
        } else if (!scheduled) {
            later.run(DELAY, this::flushScheduled);
            scheduled = true;
        }
    }

    private synchronized void flushScheduled() {
        scheduled = false;
        send(Utf8.wholeCharacters(buffer.toByteArray()));
    }

    private void send(int length) {
        if (length > 0) {
            var bytes = buffer.toByteArray();
            buffer.reset();
            buffer.write(bytes, length, bytes.length - length);
            sink.send(open, new String(bytes, 0, length, StandardCharsets.UTF_8));
        }
    }

    private final class Stream extends OutputStream {

        private final String name;

        Stream(String name) {
            this.name = name;
        }

        @Override
        public void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            Outlet.this.write(name, bytes, offset, length);
        }
    }
}
