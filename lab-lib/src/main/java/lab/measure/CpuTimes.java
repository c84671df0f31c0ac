package lab.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The machine's CPU time since it started, in the system's own ticks, as Linux tells it.
 *
 * @param cpus how many CPUs the machine has, whatever this process may use
 * @param all the ticks of all CPUs, idle ones too
 * @param busy the ticks in which something ran
 * @param stolen the ticks in which the host ran somebody else
 */
record CpuTimes(int cpus, double all, double busy, double stolen) {

    private static final Path STAT = Path.of("/proc/stat");
    private static final int IDLE = 3;
    private static final int WAITING = 4;
    private static final int STOLEN = 7;

    /** The times until now; none where the system does not tell. */
    static Optional<CpuTimes> now() {
        try {
            return of(Files.readAllLines(STAT));
        } catch (IOException notLinux) {
            return Optional.empty();
        }
    }

    static Optional<CpuTimes> of(List<String> stat) {
        long cpus = stat.stream().filter(line -> line.matches("cpu\\d+ .*")).count();
        return stat.stream()
                .filter(line -> line.startsWith("cpu "))
                .findFirst()
                .map(line -> of((int) cpus, ticks(line)))
                .filter(times -> cpus > 0);
    }

    /** The first eight count; guests are already part of user time. */
    private static double[] ticks(String line) {
        var numbers = Arrays.stream(line.strip().split("\\s+")).skip(1).limit(8);
        return Arrays.copyOf(numbers.mapToDouble(Double::parseDouble).toArray(), 8);
    }

    private static CpuTimes of(int cpus, double[] ticks) {
        double all = Arrays.stream(ticks).sum();
        double busy = all - ticks[IDLE] - ticks[WAITING] - ticks[STOLEN];
        return new CpuTimes(cpus, all, busy, ticks[STOLEN]);
    }

    /** How many CPUs were busy since then. */
    double busyCpus(CpuTimes before) {
        return cpus * (busy - before.busy) / Math.max(1, all - before.all);
    }

    /** The share of this machine's time that its host took since then. */
    double stolenShare(CpuTimes before) {
        return (stolen - before.stolen) / Math.max(1, all - before.all);
    }
}
