package lab.measure;

import java.util.Optional;

/** Records who uses the CPUs, from its start on. */
public final class CpuWatch {

    private final Optional<CpuTimes> machine = CpuTimes.now();
    private final long own = ProcessTimes.ticks();
    private final double throttled = Throttling.nanos();
    private final long started = System.nanoTime();

    private CpuWatch() {}

    /** Starts to record. */
    public static CpuWatch start() {
        return new CpuWatch();
    }

    /** Who used the CPUs since the start. */
    public CpuUse use() {
        double wall = Math.max(1, System.nanoTime() - started);
        double throttledShare = (Throttling.nanos() - throttled) / wall;
        long ticks = ProcessTimes.ticks() - own;
        var now = CpuTimes.now();
        if (machine.isEmpty() || now.isEmpty()) {
            int cpus = Runtime.getRuntime().availableProcessors();
            return new CpuUse(0, 0, cpus, 0, throttledShare);
        }
        var before = machine.get();
        double busy = now.get().busyCpus(before);
        double others = Math.max(0, now.get().less(ticks).busyCpus(before));
        double stolen = now.get().stolenShare(before);
        return new CpuUse(busy - others, others, now.get().cpus(), stolen, throttledShare);
    }
}
