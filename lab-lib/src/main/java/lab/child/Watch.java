package lab.child;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;

/** Measures what a job costs this JVM, from its construction on. */
final class Watch {

    private static final int EVERY_MILLIS = 10;

    private final OperatingSystemMXBean system =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final long start = System.nanoTime();
    private final long cpu = system.getProcessCpuTime();
    private final long collected = collecting();
    private volatile long heap;
    private volatile long own;

    Watch() {
        look();
        Thread.ofPlatform().daemon().name("watch").start(this::lookAgain);
    }

    private void lookAgain() {
        try {
            while (true) {
                Thread.sleep(EVERY_MILLIS);
                look();
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void look() {
        var runtime = Runtime.getRuntime();
        heap = Math.max(heap, runtime.totalMemory() - runtime.freeMemory());
        own = Math.max(own, ProcessMemory.own());
    }

    Spent spent() {
        var wall = Duration.ofNanos(System.nanoTime() - start);
        look();
        return new Spent(
                wall,
                Duration.ofNanos(system.getProcessCpuTime() - cpu),
                Duration.ofMillis(collecting() - collected),
                heap,
                own);
    }

    private static long collecting() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionTime)
                .sum();
    }
}
