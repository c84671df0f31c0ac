package lab.jupyter;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Ends cells that fill the heap while the kernel still has room to say so. A thread of its own
 * looks at the heap, without allocating anything; the JVM's own warnings come too late when a cell
 * is faster than the thread that delivers them. Once a third of the heap is in use, the checks in
 * the code of cells look themselves.
 */
final class HeapGuard {

    private static final double FILLING = 0.35;
    private static final double FULL = 0.75;
    private static final double STILL_FULL = 0.7;
    private static final double WORTH_COLLECTING = 0.04;
    private static final long WHILE_A_CELL_RUNS = Duration.ofMillis(5).toNanos();
    private static final long OTHERWISE = Duration.ofMillis(250).toNanos();

    /** A look costs as much as fifty checks. */
    private static final int CHECKS_PER_LOOK = 16;

    private static volatile boolean filling;
    private static volatile boolean cellRuns;
    private static volatile double liveShare;
    private static volatile Thread watch;
    private static int checks; // races only shift the next look

    private HeapGuard() {}

    static void install() {
        watch = Thread.ofPlatform().daemon().name("heap-guard").start(HeapGuard::watch);
    }

    static void cellRuns(boolean runs) {
        cellRuns = runs;
        if (runs) {
            LockSupport.unpark(watch);
        }
    }

    static void stopIfFull() {
        if (++checks % CHECKS_PER_LOOK == 0 && usedShare() > FULL && isStillFull()) {
            throw new OutOfMemoryError("Java heap space");
        }
    }

    /** The share of the heap that is in use when all garbage is gone. */
    static double collect() {
        System.gc();
        liveShare = usedShare();
        return liveShare;
    }

    private static double usedShare() {
        var runtime = Runtime.getRuntime();
        return (double) (runtime.totalMemory() - runtime.freeMemory()) / runtime.maxMemory();
    }

    private static synchronized boolean isStillFull() {
        return usedShare() > liveShare + WORTH_COLLECTING && collect() > STILL_FULL
                || liveShare > STILL_FULL && usedShare() > STILL_FULL;
    }

    private static void watch() {
        while (true) {
            boolean now = usedShare() > FILLING;
            if (now != filling) {
                filling = now;
                Halt.heapFilling(now);
            }
            LockSupport.parkNanos(cellRuns ? WHILE_A_CELL_RUNS : OTHERWISE);
        }
    }
}
