package lab.jupyter;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.time.Duration;
import java.util.Comparator;
import javax.management.NotificationEmitter;

/**
 * Ends cells that fill the heap while the kernel still has room to say so. The JVM tells when a
 * collection leaves the old generation nearly full; from then on the checks in the code of cells
 * look at the heap themselves.
 */
final class HeapGuard {

    private static final double OLD_NEARLY_FULL = 0.85;
    private static final double FULL = 0.85;
    private static final double STILL_FULL = 0.8;
    private static final Duration BETWEEN_COLLECTIONS = Duration.ofSeconds(1);

    private static volatile boolean low;
    private static volatile long collectedAt = System.nanoTime();

    private HeapGuard() {}

    static void install() {
        ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .filter(MemoryPoolMXBean::isCollectionUsageThresholdSupported)
                .max(Comparator.comparingLong(pool -> pool.getUsage().getMax()))
                .ifPresent(HeapGuard::watch);
    }

    static boolean isLow() {
        return low;
    }

    static void stopIfFull() {
        if (low && usedShare() > FULL && isStillFull()) {
            throw new OutOfMemoryError("Java heap space");
        }
    }

    /** The share of the heap that is in use, garbage included. */
    static double usedShare() {
        var runtime = Runtime.getRuntime();
        return (double) (runtime.totalMemory() - runtime.freeMemory()) / runtime.maxMemory();
    }

    /** The share that is in use when all garbage is gone. */
    static double usedShareAfterCollection() {
        System.gc();
        collectedAt = System.nanoTime();
        return usedShare();
    }

    /** After something was let go: the checks rest until the next warning. */
    static void rest() {
        low = false;
        CellRun.settle();
    }

    private static synchronized boolean isStillFull() {
        var elapsed = Duration.ofNanos(System.nanoTime() - collectedAt);
        return elapsed.compareTo(BETWEEN_COLLECTIONS) > 0
                && usedShareAfterCollection() > STILL_FULL;
    }

    private static void watch(MemoryPoolMXBean old) {
        old.setCollectionUsageThreshold((long) (OLD_NEARLY_FULL * old.getUsage().getMax()));
        ((NotificationEmitter) ManagementFactory.getMemoryMXBean())
                .addNotificationListener((warning, context) -> warn(), null, null);
    }

    private static void warn() {
        low = true;
        Halt.ask();
    }
}
