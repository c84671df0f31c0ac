package lab.kernel;

/**
 * Ends cells that fill the heap while the kernel still has enough memory to report it. When {@link
 * HeapWatch} sees that the heap fills up, the checks in the code of cells measure it themselves.
 */
final class HeapGuard {

    private static final double FULL = 0.75;
    private static final double STILL_FULL = 0.7;
    private static final double WORTH_COLLECTING = 0.04;

    /** One measurement costs as much as fifty checks. */
    private static final int CHECKS_PER_LOOK = 16;

    /** For the rescue, when JDK code, which has no checks, has used all memory. */
    private static final int RESERVE = 4 << 20;

    private static volatile double liveShare;
    private static volatile byte[] reserve = new byte[RESERVE];
    private static int checks; // a race only delays the next measurement

    private HeapGuard() {}

    static void stopIfFull() {
        if (++checks % CHECKS_PER_LOOK == 0 && isFull()) {
            CellRun.tellFullHeap();
            throw new OutOfMemoryError("Java heap space");
        }
    }

    /** Whether so little is free, not counting garbage, that the kernel itself is in danger. */
    static boolean isFull() {
        return usedShare() > FULL && isStillFull();
    }

    /** Whether a cell that has caught the error of the full heap still holds its memory. */
    static boolean staysFull() {
        return usedShare() > STILL_FULL && isStillFull();
    }

    /** Collects all garbage and returns the share of the heap that is still in use. */
    static double collect() {
        System.gc();
        liveShare = usedShare();
        return liveShare;
    }

    static double usedShare() {
        var runtime = Runtime.getRuntime();
        return (double) (runtime.totalMemory() - runtime.freeMemory()) / runtime.maxMemory();
    }

    static void releaseReserve() {
        reserve = null;
    }

    static void refillReserve() {
        if (reserve == null) {
            reserve = new byte[RESERVE];
        }
    }

    private static synchronized boolean isStillFull() {
        return usedShare() > liveShare + WORTH_COLLECTING && collect() > STILL_FULL
                || liveShare > STILL_FULL && usedShare() > STILL_FULL;
    }
}
