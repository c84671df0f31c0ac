package lab.jupyter;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Ends cells that fill the heap while the kernel still has room to say so. A thread of its own
 * looks at the heap, without allocating anything; the JVM's own warnings come too late when a cell
 * is faster than the thread that delivers them. From its warning on, the checks in the code of
 * cells look themselves.
 */
final class HeapGuard {

    private static final double FULL = 0.8;
    private static final double STILL_FULL = 0.75;
    private static final double WORTH_COLLECTING = 0.04;
    private static final Duration WHILE_CELLS_RUN = Duration.ofMillis(10);
    private static final Duration OTHERWISE = Duration.ofMillis(250);

    private static volatile boolean low;
    private static volatile boolean cellRuns;
    private static volatile double liveShare;
    private static volatile Thread watch;

    private HeapGuard() {}

    static void install() {
        watch = Thread.ofPlatform().daemon().name("heap-guard").start(HeapGuard::watch);
        watch.setPriority(Thread.MAX_PRIORITY);
    }

    static void cellRuns(boolean runs) {
        cellRuns = runs;
        if (runs) {
            LockSupport.unpark(watch);
        }
    }

    static boolean isLow() {
        return low;
    }

    static void stopIfFull() {
        if (low && usedShare() > FULL && isStillFull()) {
            throw new OutOfMemoryError("Java heap space");
        }
    }

    /** The share of the heap that is in use when all garbage is gone. */
    static double collect() {
        System.gc();
        liveShare = usedShare();
        return liveShare;
    }

    /** After something was let go: the checks rest until the next warning. */
    static void rest() {
        low = false;
        CellRun.settle();
    }

    private static double usedShare() {
        var runtime = Runtime.getRuntime();
        return (double) (runtime.totalMemory() - runtime.freeMemory()) / runtime.maxMemory();
    }

    private static synchronized boolean isStillFull() {
        return usedShare() > liveShare + WORTH_COLLECTING && collect() > STILL_FULL
                || liveShare > STILL_FULL;
    }

    private static void watch() {
        while (true) {
            boolean full = usedShare() > FULL;
            if (full && !low) {
                low = true;
                Halt.ask();
            }
            LockSupport.parkNanos((cellRuns ? WHILE_CELLS_RUN : OTHERWISE).toNanos());
        }
    }
}
