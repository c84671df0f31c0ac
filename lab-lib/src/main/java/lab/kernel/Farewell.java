package lab.kernel;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * The end of a kernel that a full heap has crippled: Jupyter starts a new one, while a kernel that
 * lacks one of its threads would hang for ever.
 */
final class Farewell {

    private static final String WORDS =
            "The Java kernel ends: its heap is full and could not be emptied.\n";

    private static final Duration UNTIL_IT_IS_SENT = Duration.ofMillis(300);

    /** Prepared, since it is needed when there is no memory left. */
    private static final FileOutputStream SERVER_LOG = new FileOutputStream(FileDescriptor.err);

    private static final byte[] BYTES = WORDS.getBytes(StandardCharsets.US_ASCII);

    private Farewell() {}

    /** Loads this class, for which there would be no memory either. */
    static void prepare() {}

    /** In the server's log for sure, in the notebook if there is memory for that. */
    static void say() {
        HeapWatch.endSoon();
        HeapGuard.releaseReserve();
        try {
            System.err.print(WORDS);
            Thread.sleep(UNTIL_IT_IS_SENT);
        } catch (Throwable noMemory) {
            // said in the log at least
        }
        sayInLogOnly();
    }

    /** Allocates nothing. */
    static void sayInLogOnly() {
        try {
            SERVER_LOG.write(BYTES);
        } catch (IOException noLog) {
            // no one receives it
        } finally {
            Runtime.getRuntime().halt(1);
        }
    }
}
