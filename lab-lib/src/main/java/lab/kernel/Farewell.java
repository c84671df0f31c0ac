package lab.kernel;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Ends a kernel that a full heap has damaged. Jupyter then starts a new one; a kernel that has lost
 * one of its threads would hang forever.
 */
final class Farewell {

    private static final String WORDS =
            "The Java kernel ends: its heap is full and could not be emptied.\n";

    private static final Duration UNTIL_IT_IS_SENT = Duration.ofMillis(300);

    /** Created in advance, because it is needed when there is no memory left. */
    private static final FileOutputStream SERVER_LOG = new FileOutputStream(FileDescriptor.err);

    private static final byte[] BYTES = WORDS.getBytes(StandardCharsets.US_ASCII);

    private Farewell() {}

    /** Loads this class in advance: later there would be no memory for it. */
    static void prepare() {}

    /** Always writes to the server's log, and to the notebook if there is enough memory. */
    static void say() {
        HeapWatch.endSoon();
        HeapGuard.releaseReserve();
        try {
            System.err.print(WORDS);
            Thread.sleep(UNTIL_IT_IS_SENT);
        } catch (Throwable noMemory) {
            // the log has it at least
        }
        sayInLogOnly();
    }

    /** Allocates nothing. */
    static void sayInLogOnly() {
        try {
            SERVER_LOG.write(BYTES);
        } catch (IOException noLog) {
            // there is no log to write to
        } finally {
            Runtime.getRuntime().halt(1);
        }
    }
}
