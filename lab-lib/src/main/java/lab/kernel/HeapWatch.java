package lab.kernel;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * A thread that watches the heap and allocates nothing. The JVM's own notifications come too late
 * when a cell allocates faster than the thread that delivers them. This thread also ends a kernel
 * that cannot be saved: one that has lost a thread, does nothing but collect garbage, or whose
 * rescue does not end.
 */
final class HeapWatch {

    private static final double FILLING = 0.35;
    private static final double CHOKED = 0.97;
    private static final long LONGEST_CHOKE = Duration.ofSeconds(20).toNanos();
    private static final long LONGEST_RESCUE = Duration.ofSeconds(40).toNanos();
    private static final long LONGEST_FAREWELL = Duration.ofSeconds(2).toNanos();
    private static final long WHILE_A_CELL_RUNS = Duration.ofMillis(5).toNanos();
    private static final long OTHERWISE = Duration.ofMillis(250).toNanos();
    private static final long NEVER = Long.MAX_VALUE;
    private static final long START = System.nanoTime();

    private static volatile boolean cellRuns;
    private static volatile Thread thread;
    private static volatile long rescuedBy = NEVER;
    private static long freeBy = NEVER;

    private HeapWatch() {}

    static void install() {
        Farewell.prepare();
        thread = Thread.ofPlatform().daemon().name("heap-watch").start(HeapWatch::watch);
    }

    static void cellRuns(boolean runs) {
        cellRuns = runs;
        if (runs) {
            LockSupport.unpark(thread);
        }
    }

    /** The kernel ends unless {@link #rescueEnds} follows in time. */
    static void rescueBegins() {
        rescuedBy = now() + LONGEST_RESCUE;
    }

    static void rescueEnds() {
        rescuedBy = NEVER;
    }

    /** Leaves enough time to send a last message. */
    static void endSoon() {
        rescuedBy = now() + LONGEST_FAREWELL;
    }

    private static void watch() {
        boolean filling = false;
        while (true) {
            double used = HeapGuard.usedShare();
            if (used > FILLING != filling) {
                filling = !filling;
                Halt.heapFilling(filling);
            }
            endWhatCannotBeSaved(used);
            LockSupport.parkNanos(cellRuns || filling ? WHILE_A_CELL_RUNS : OTHERWISE);
        }
    }

    private static void endWhatCannotBeSaved(double used) {
        if (used < CHOKED) {
            freeBy = NEVER;
        } else if (freeBy == NEVER) {
            freeBy = now() + LONGEST_CHOKE;
        }
        if (now() > Math.min(freeBy, rescuedBy) || VitalThreads.haveLostOne()) {
            Farewell.sayInLogOnly();
        }
    }

    /** Time since this class was first used, so that sums do not overflow. */
    private static long now() {
        return System.nanoTime() - START;
    }
}
