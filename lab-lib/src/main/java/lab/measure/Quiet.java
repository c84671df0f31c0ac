package lab.measure;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether this machine is quiet enough to measure on, and if not, what disturbs. The check uses one
 * CPU for 300 ms and measures what else ran in that time.
 *
 * @param ownShare the share of a CPU that a thread got that needed all of it
 * @param kernelCpus how many CPUs other threads of this process used
 * @param use who used the CPUs in that time
 */
public record Quiet(double ownShare, double kernelCpus, CpuUse use) {

    private static final Duration WATCHED = Duration.ofMillis(300);
    private static final double FULL = 0.9;
    private static final double BUSY_KERNEL = 0.5;
    private static final double BUSY_CPUS = 0.5;
    private static final double BUSY_SHARE = 0.25;

    /** Checks this machine for 300 ms, during which one CPU is busy. */
    public static Quiet check() {
        var watch = CpuWatch.start();
        long processBefore = processNanos();
        long ownBefore = ownNanos();
        double wall = spin();
        double own = (ownNanos() - ownBefore) / wall;
        double process = (processNanos() - processBefore) / wall;
        return new Quiet(own, Math.max(0, process - own), watch.use());
    }

    /** Whether nothing disturbs a measurement. */
    public boolean isQuiet() {
        return disturbances().isEmpty();
    }

    /** What disturbs a measurement, if anything does. */
    public String finding() {
        return isQuiet()
                ? "this machine is quiet: a thread that wants a CPU gets %s of it"
                        .formatted(Text.percent(ownShare))
                : "this machine is not quiet: %s; trust large ratios only"
                        .formatted(String.join("; ", disturbances()));
    }

    private List<String> disturbances() {
        var found = new ArrayList<String>();
        if (kernelCpus > BUSY_KERNEL) {
            found.add("other threads of this kernel use %s CPUs".formatted(Text.of(kernelCpus)));
        }
        if (use.others() > Math.max(BUSY_CPUS, BUSY_SHARE * use.cpus())) {
            found.add("other programs use " + Text.cpus(use.others(), use.cpus()));
        }
        found.addAll(use.limits());
        if (ownShare < FULL) {
            found.add(
                    "a thread that wants a CPU gets only %s of it"
                            .formatted(Text.percent(ownShare)));
        }
        return found;
    }

    /** Keeps one CPU busy; returns how many nanoseconds passed. */
    private static double spin() {
        long start = System.nanoTime();
        while (System.nanoTime() - start < WATCHED.toNanos()
                && !Thread.currentThread().isInterrupted()) {
            Thread.onSpinWait();
        }
        return Math.max(1, System.nanoTime() - start);
    }

    private static long ownNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static long processNanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    @Override
    public String toString() {
        return finding();
    }
}
