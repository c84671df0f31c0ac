package lab.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The CPU time since the machine started of the CPUs that this process may use, in the system's own
 * ticks, as Linux reports it. CPUs that this process must not use cannot disturb it.
 *
 * @param cpus how many CPUs this process may use
 * @param all the ticks of these CPUs, idle ones included
 * @param busy the ticks in which something ran
 * @param stolen the ticks in which the host ran other virtual machines
 */
public record CpuTimes(int cpus, double all, double busy, double stolen) {

    private static final Path STAT = Path.of("/proc/stat");
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final String ALLOWED = "Cpus_allowed_list:";
    private static final int IDLE = 3;
    private static final int WAITING = 4;
    private static final int STOLEN = 7;

    /** The times until now; empty if the system does not report them. */
    public static Optional<CpuTimes> now() {
        try {
            return of(Files.readAllLines(STAT), Files.readAllLines(STATUS));
        } catch (IOException notLinux) {
            return Optional.empty();
        }
    }

    static Optional<CpuTimes> of(List<String> stat, List<String> status) {
        var allowed = allowed(status);
        return stat.stream()
                .filter(line -> line.matches("cpu\\d+ .*"))
                .filter(line -> allowed.get(Integer.parseInt(line.substring(3, line.indexOf(' ')))))
                .map(line -> of(ticks(line)))
                .reduce(CpuTimes::and);
    }

    /** The set {0, 2, 3} for the list "0,2-3". */
    private static BitSet allowed(List<String> status) {
        var allowed = new BitSet();
        status.stream()
                .filter(line -> line.startsWith(ALLOWED))
                .flatMap(line -> Stream.of(line.substring(ALLOWED.length()).strip().split(",")))
                .map(range -> range.split("-"))
                .forEach(
                        ends ->
                                allowed.set(
                                        Integer.parseInt(ends[0]),
                                        Integer.parseInt(ends[ends.length - 1]) + 1));
        return allowed;
    }

    /** Only the first eight numbers count; guest time is already part of user time. */
    private static double[] ticks(String line) {
        var numbers = Arrays.stream(line.strip().split("\\s+")).skip(1).limit(8);
        return Arrays.copyOf(numbers.mapToDouble(Double::parseDouble).toArray(), 8);
    }

    private static CpuTimes of(double[] ticks) {
        double all = Arrays.stream(ticks).sum();
        double busy = all - ticks[IDLE] - ticks[WAITING] - ticks[STOLEN];
        return new CpuTimes(1, all, busy, ticks[STOLEN]);
    }

    private CpuTimes and(CpuTimes other) {
        return new CpuTimes(
                cpus + other.cpus, all + other.all, busy + other.busy, stolen + other.stolen);
    }

    /** The same times, as if this many of the busy ticks had been idle. */
    public CpuTimes less(double ticks) {
        return new CpuTimes(cpus, all, busy - ticks, stolen);
    }

    /** How many CPUs were busy since then. */
    public double busyCpus(CpuTimes before) {
        return cpus * (busy - before.busy) / Math.max(1, all - before.all);
    }

    /** The share of this machine's CPU time that its host took since then. */
    double stolenShare(CpuTimes before) {
        return (stolen - before.stolen) / Math.max(1, all - before.all);
    }
}
