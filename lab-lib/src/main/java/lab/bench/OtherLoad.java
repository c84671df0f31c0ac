package lab.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import lab.measure.CpuTimes;
import lab.measure.Text;
import lab.measure.ThreadTimes;

/**
 * What else kept CPUs busy while a benchmark ran. Others: all CPU time that the system counts, less
 * that of this process, the harness and its forks; known on Linux only, elsewhere every machine
 * counts as quiet. The kernel: its threads other than the one that waits for the result.
 */
final class OtherLoad {

    private static final double NEGLIGIBLE = 0.25;

    private final ProcessHandle harness;
    private final Optional<CpuTimes> othersAtStart;
    private final ThreadTimes kernelAtStart = ThreadTimes.now();

    OtherLoad(ProcessHandle harness) {
        this.harness = harness;
        this.othersAtStart = others();
    }

    /** What to say if so many threads did not have their CPUs; to be asked before the end. */
    List<String> caveats(int threads) {
        var others =
                others().flatMap(
                                now ->
                                        othersAtStart.flatMap(
                                                start ->
                                                        ofOthers(
                                                                now.busyCpus(start),
                                                                now.cpus(),
                                                                threads)));
        var kernel = ofKernel(ThreadTimes.now().busyCpus(kernelAtStart));
        return Stream.of(others, kernel).flatMap(Optional::stream).toList();
    }

    static Optional<String> ofOthers(double busyCpus, int cpus, int threads) {
        double spare = Math.max(NEGLIGIBLE, cpus - threads - 0.5);
        return busyCpus <= spare
                ? Optional.empty()
                : Optional.of(
                        "other programs used %s: trust the order, not the digits"
                                .formatted(Text.cpus(busyCpus, cpus)));
    }

    static Optional<String> ofKernel(double busyCpus) {
        return busyCpus <= NEGLIGIBLE
                ? Optional.empty()
                : Optional.of(
                        ("the kernel itself used %s CPUs: code of an earlier cell is still"
                                        + " running; restart the kernel")
                                .formatted(Text.of(busyCpus)));
    }

    private Optional<CpuTimes> others() {
        var harnessAndEndedForks = ticks(harness, true);
        var forks = harness.descendants().mapToLong(fork -> ticks(fork, false)).sum();
        var own = harnessAndEndedForks + forks + ticks(ProcessHandle.current(), false);
        return CpuTimes.now().map(machine -> machine.less(own));
    }

    /** User and system time of a process, after choice with that of the children it waited for. */
    private static long ticks(ProcessHandle process, boolean withEnded) {
        var afterName = stat(process).replaceFirst(".*\\) ", "").split(" ");
        return LongStream.range(11, withEnded ? 15 : 13)
                .filter(i -> i < afterName.length)
                .map(i -> Long.parseLong(afterName[(int) i]))
                .sum();
    }

    private static String stat(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc/" + process.pid() + "/stat")).strip();
        } catch (IOException gone) {
            return "";
        }
    }
}
