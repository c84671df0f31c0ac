package lab.threads;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lab.measure.Comparison;
import lab.measure.Comparison.Bar;
import lab.measure.FreshJvm;
import lab.measure.Measured;
import lab.measure.Require;
import lab.measure.Steps;
import lab.measure.Table;
import lab.measure.Text;

/**
 * What threads cost that only wait: their memory, and the time to start all of them. Each kind is
 * measured in a JVM of its own, so that nothing else is in its memory.
 *
 * @param runs in the order in which they were measured
 */
public record Blocked(List<Run> runs) implements Measured {

    private static final int MOST = 20_000;

    /**
     * Threads of one kind.
     *
     * @param threads how many waited at the same time
     * @param heap by how many bytes the live heap grew
     * @param resident by how many bytes the memory of the process grew; 0 where the system does not
     *     report it
     * @param starting until the last of them waited
     */
    public record Run(String name, int threads, long heap, long resident, Duration starting) {

        /** What one of them costs, in bytes. */
        public double each() {
            return (double) Math.max(heap, resident) / threads;
        }
    }

    public Blocked {
        runs = List.copyOf(runs);
    }

    /**
     * Starts this many platform threads and this many virtual ones that wait.
     *
     * @param threads 100 to 20,000
     */
    public static Blocked of(int threads) throws IOException, InterruptedException {
        Require.within(threads, "threads", 100, MOST, "Blocked.of(1_000)");
        var runs = new ArrayList<Run>();
        try (var steps = Steps.of(2)) {
            for (boolean virtual : List.of(false, true)) {
                var name = virtual ? "virtual threads" : "platform threads";
                steps.next(name);
                runs.add(run(name, virtual, threads));
            }
        }
        return new Blocked(runs);
    }

    private static Run run(String name, boolean virtual, int threads)
            throws IOException, InterruptedException {
        try {
            var numbers =
                    FreshJvm.printed(
                                    ManyBlocked.class,
                                    List.of(),
                                    List.of("" + virtual, "" + threads))
                            .stream()
                            .mapToLong(Long::parseLong)
                            .toArray();
            return new Run(name, threads, numbers[0], numbers[1], Duration.ofNanos(numbers[2]));
        } catch (IOException e) {
            throw new IOException(
                    ("%,d %s did not start. The system may allow fewer (a container often allows"
                                    + " 2,000): try Blocked.of(1_000). %s")
                            .formatted(threads, name, e.getMessage()),
                    e);
        }
    }

    /** The run with this name. */
    public Run run(String name) {
        return Require.known(name, "kind of threads", runs, Run::name);
    }

    @Override
    public Comparison shape() {
        return new Comparison(
                "Memory of a thread that waits",
                "KB",
                runs.stream().map(run -> Bar.exact(run.name(), run.each() / 1e3)).toList());
    }

    @Override
    public Optional<Table> table() {
        return Optional.of(
                new Table(
                        List.of(
                                "threads",
                                "number",
                                "heap",
                                "memory of the process",
                                "to start them"),
                        runs.stream().map(Blocked::row).toList()));
    }

    private static List<String> row(Run run) {
        return List.of(
                run.name(),
                "%,d".formatted(run.threads()),
                Text.megabytes(run.heap()),
                run.resident() == 0 ? "not known here" : Text.megabytes(run.resident()),
                Text.of(run.starting()));
    }

    @Override
    public String finding() {
        return runs.stream()
                .map(
                        run ->
                                "%,d %s: %s KB each, started in %s"
                                        .formatted(
                                                run.threads(),
                                                run.name(),
                                                Text.of(run.each() / 1e3),
                                                Text.of(run.starting())))
                .collect(joining("; "));
    }

    @Override
    public String toString() {
        return finding();
    }
}
