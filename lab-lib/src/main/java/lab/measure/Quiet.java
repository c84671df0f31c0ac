package lab.measure;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether this machine is quiet enough to measure on, and if not, what disturbs. Found by wanting a
 * whole CPU for 300 ms and looking at who else ran meanwhile.
 *
 * @param ownShare the share of a CPU that a thread got that wanted all of it
 * @param kernelCpus how many CPUs other threads of this process used
 * @param othersCpus how many CPUs other programs used; 0 where the system does not tell
 * @param cpus how many CPUs this process may run on
 * @param stolenShare the share of this machine's time that its host gave to others
 * @param throttledShare the share of the time in which a limit, such as a container's, held this
 *     process back
 */
public record Quiet(
        double ownShare,
        double kernelCpus,
        double othersCpus,
        int cpus,
        double stolenShare,
        double throttledShare) {

    private static final Duration WATCHED = Duration.ofMillis(300);
    private static final double FULL = 0.9;
    private static final double BUSY_KERNEL = 0.5;
    private static final double BUSY_CPUS = 0.5;
    private static final double BUSY_SHARE = 0.25;
    private static final double STOLEN = 0.03;

    /** Looks at this machine for 300 ms, in which one CPU is kept busy. */
    public static Quiet check() {
        var before = CpuTimes.now();
        double throttledBefore = Throttling.nanos();
        long processBefore = processNanos();
        long ownBefore = ownNanos();
        double wall = spin();
        double own = (ownNanos() - ownBefore) / wall;
        double process = (processNanos() - processBefore) / wall;
        double throttled = (Throttling.nanos() - throttledBefore) / wall;
        var after = CpuTimes.now();
        double kernel = Math.max(0, process - own);
        if (before.isEmpty() || after.isEmpty()) {
            return new Quiet(
                    own, kernel, 0, Runtime.getRuntime().availableProcessors(), 0, throttled);
        }
        double busy = after.get().busyCpus(before.get());
        double stolen = after.get().stolenShare(before.get());
        return new Quiet(
                own, kernel, Math.max(0, busy - process), after.get().cpus(), stolen, throttled);
    }

    /** Whether nothing disturbs. */
    public boolean isQuiet() {
        return disturbances().isEmpty();
    }

    /** What disturbs, if anything does. */
    public String finding() {
        return isQuiet()
                ? "this machine is quiet: a thread that wants a CPU gets %s of it"
                        .formatted(percent(ownShare))
                : "this machine is not quiet: %s; trust large ratios only"
                        .formatted(String.join("; ", disturbances()));
    }

    private List<String> disturbances() {
        var found = new ArrayList<String>();
        if (kernelCpus > BUSY_KERNEL) {
            found.add("other threads of this kernel use %s CPUs".formatted(Text.of(kernelCpus)));
        }
        if (othersCpus > Math.max(BUSY_CPUS, BUSY_SHARE * cpus)) {
            found.add("other programs use " + Text.cpus(othersCpus, cpus));
        }
        if (stolenShare > STOLEN) {
            found.add("the host gives %s of its time to others".formatted(percent(stolenShare)));
        }
        if (throttledShare > STOLEN) {
            found.add(
                    "a CPU limit holds it back %s of the time".formatted(percent(throttledShare)));
        }
        if (ownShare < FULL) {
            found.add("a thread that wants a CPU gets only %s of it".formatted(percent(ownShare)));
        }
        return found;
    }

    private static String percent(double share) {
        return "%.0f %%".formatted(100 * Math.min(1, share));
    }

    /** Wants a whole CPU; returns how many nanoseconds passed. */
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
