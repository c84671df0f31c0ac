package lab.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import lab.measure.Text;

/**
 * How busy others keep the machine while a benchmark runs: all CPU time that the system counts,
 * less that of this process, the harness and its forks. Known on Linux only; elsewhere every
 * machine counts as quiet.
 */
final class OtherLoad {

    private static final double TICKS_PER_SECOND = 100;
    private static final double NEGLIGIBLE = 0.25;
    private static final int IDLE = 3;
    private static final int WAITING_FOR_DISK = 4;

    private final ProcessHandle harness;
    private final long started = System.nanoTime();
    private final long othersAtStart;

    OtherLoad(ProcessHandle harness) {
        this.harness = harness;
        this.othersAtStart = others();
    }

    /** What to say if others left too little for so many threads; to be asked before the end. */
    Optional<String> caveat(int threads) {
        double seconds = (System.nanoTime() - started) / 1e9;
        double busy = (others() - othersAtStart) / TICKS_PER_SECOND / seconds;
        return caveat(busy, cpus(), threads);
    }

    static Optional<String> caveat(double busyCpus, int cpus, int threads) {
        double spare = Math.max(NEGLIGIBLE, cpus - threads - 0.5);
        return busyCpus <= spare
                ? Optional.empty()
                : Optional.of(
                        "the machine was not quiet (others kept %s of %d CPUs busy)"
                                .formatted(Text.of(busyCpus), cpus));
    }

    private long others() {
        var harnessAndEndedForks = ticks(harness, true);
        var forks = harness.descendants().mapToLong(fork -> ticks(fork, false)).sum();
        return machine() - harnessAndEndedForks - forks - ticks(ProcessHandle.current(), false);
    }

    private static long machine() {
        var fields = lines("/proc/stat").limit(1).map(line -> line.split("\\s+")).findFirst();
        return fields.map(OtherLoad::busy).orElse(0L);
    }

    /** The first five fields are user, nice, system, idle, waiting for disk; then interrupts. */
    private static long busy(String[] fields) {
        return LongStream.range(1, Math.min(fields.length, 9))
                .filter(i -> i - 1 != IDLE && i - 1 != WAITING_FOR_DISK)
                .map(i -> Long.parseLong(fields[(int) i]))
                .sum();
    }

    private static int cpus() {
        return (int) lines("/proc/stat").filter(line -> line.matches("cpu\\d+ .*")).count();
    }

    /** User and system time of a process, after choice with that of the children it waited for. */
    private static long ticks(ProcessHandle process, boolean withEnded) {
        var stat = lines("/proc/" + process.pid() + "/stat").findFirst();
        if (stat.isEmpty()) {
            return 0;
        }
        var afterName = stat.get().substring(stat.get().lastIndexOf(')') + 2).split(" ");
        return LongStream.range(11, withEnded ? 15 : 13)
                .map(i -> Long.parseLong(afterName[(int) i]))
                .sum();
    }

    private static Stream<String> lines(String path) {
        try {
            return Files.readAllLines(Path.of(path)).stream();
        } catch (IOException e) {
            return Stream.empty();
        }
    }
}
