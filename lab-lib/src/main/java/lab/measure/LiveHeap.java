package lab.measure;

import java.time.Duration;

/** What is alive on the heap of this JVM: what is left after a garbage collection. */
public final class LiveHeap {

    private static final Duration GLANCE = Duration.ofMillis(100);
    private static final int GLANCES = 10;
    private static final int SAME = 200_000;

    private LiveHeap() {}

    /** In bytes, now. */
    public static long bytes() {
        System.gc();
        var runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    /**
     * The same when it no longer changes: connections, for example, are closed in the background.
     * Waits for about a second at most.
     */
    public static long settled() throws InterruptedException {
        long before = bytes();
        for (int i = 0; i < GLANCES; i++) {
            Thread.sleep(GLANCE);
            long now = bytes();
            if (Math.abs(before - now) < SAME) {
                return now;
            }
            before = now;
        }
        return before;
    }
}
