package lab.kernel;

import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * The kernel's own threads: its channels and those of ZeroMQ, whose own error handler lets them end
 * without a message when there is no memory. A kernel that has lost one of them hangs forever.
 */
final class VitalThreads {

    private static final Pattern NAME =
            Pattern.compile("(shell|control|heartbeat)|(iothread|reaper)-\\d+");

    private static volatile Thread[] threads = {};

    private VitalThreads() {}

    /** Must be called when all of them run. */
    static void remember() {
        var all = new Thread[Thread.activeCount() * 2];
        int count = Thread.enumerate(all);
        threads =
                Arrays.stream(all, 0, count)
                        .filter(thread -> NAME.matcher(thread.getName()).matches())
                        .toArray(Thread[]::new);
    }

    /** After this call they may end normally. */
    static void forget() {
        threads = new Thread[0];
    }

    /** Allocates nothing. */
    static boolean haveLostOne() {
        for (Thread thread : threads) {
            if (!thread.isAlive()) {
                return true;
            }
        }
        return false;
    }
}
