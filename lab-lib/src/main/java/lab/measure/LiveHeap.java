package lab.measure;

import java.time.Duration;

/** What is alive on the heap of this JVM: what is left after a garbage collection. */
public final class LiveHeap {

    private static final Duration GLANCE = Duration.ofMillis(100);
    private static final int GLANCES = 10;
    private static final int ENOUGH = 2;
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
        for (int same = 0, i = 0; same < ENOUGH && i < GLANCES; i++) {
            Thread.sleep(GLANCE);
            long now = bytes();
            same = Math.abs(before - now) < SAME ? same + 1 : 0;
            before = now;
        }
        return before;
    }
}
