package lab.stream;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lab.child.ChildJvm;
import lab.child.Outcome;
import lab.measure.Comparison;
import lab.measure.Comparison.Bar;
import lab.measure.Measured;
import lab.measure.Require;
import lab.measure.Scratch;
import lab.measure.Steps;
import lab.measure.Table;
import lab.measure.Text;

/**
 * A body of 100 MB that is sent to servers with small heaps, each in a JVM of its own: whether it
 * reaches the disk.
 *
 * @param runs in the order in which they were made
 */
public record Uploads(List<Run> runs) implements Measured {

    static final int BYTES = 100_000_000;

    private static final double MEGA = 1e6;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /**
     * One server.
     *
     * @param heap its limit in MB
     * @param outcome how its JVM ended
     * @param stored how many bytes were in the file
     * @param error why it did not end well, in a few words
     */
    public record Run(String name, int heap, Outcome outcome, long stored, String error) {

        /** Whether all bytes reached the disk. */
        public boolean isWhole() {
            return outcome == Outcome.ENDED && stored == BYTES;
        }
    }

    public Uploads {
        runs = List.copyOf(runs);
    }

    /**
     * Sends 100 MB to a server with this heap that receives in this way.
     *
     * @param heap in MB, 32 to 4,096
     */
    public static Uploads of(int heap, String name, Receiver receiver)
            throws IOException, InterruptedException {
        return new Uploads(List.of()).and(heap, name, receiver);
    }

    /** And to one that receives in another way. */
    public Uploads and(int heap, String name, Receiver receiver)
            throws IOException, InterruptedException {
        Require.within(heap, "heap in MB", 32, 4_096, "48");
        Require.given(name, "name", "\"pipeTo\"");
        Require.given(receiver, "receiver", "(request, files, target) -> …");
        var more = new ArrayList<>(runs);
        try (var steps = Steps.one(name, Duration.ofSeconds(3))) {
            more.add(run(heap, name, receiver));
        }
        return new Uploads(more);
    }

    private static Run run(int heap, String name, Receiver receiver)
            throws IOException, InterruptedException {
        var folder = Scratch.folder("uploads");
        try {
            var target = folder.resolve("body").toString();
            var jvm = ChildJvm.withHeap(heap).within(PATIENCE);
            var ended = jvm.run(() -> Upload.of(BYTES, target, receiver), receiver);
            return new Run(name, heap, ended.outcome(), ended.result().orElse(0L), ended.error());
        } finally {
            Scratch.delete(folder);
        }
    }

    /** The run with this name. */
    public Run run(String name) {
        return Require.known(name, "way to receive", runs, Run::name);
    }

    @Override
    public Comparison shape() {
        return new Comparison(
                "Of a body of 100 MB, how much was stored",
                "MB",
                runs.stream().map(run -> Bar.exact(run.name(), run.stored() / MEGA)).toList());
    }

    @Override
    public Optional<Table> table() {
        return Optional.of(
                new Table(
                        List.of("way", "-Xmx", "outcome", "stored"),
                        runs.stream()
                                .map(
                                        run ->
                                                List.of(
                                                        run.name(),
                                                        run.heap() + " MB",
                                                        run.outcome().words(),
                                                        Text.megabytes(run.stored())))
                                .toList()));
    }

    @Override
    public String finding() {
        return runs.stream().map(Uploads::inWords).collect(joining("; "));
    }

    private static String inWords(Run run) {
        return "%s in %d MB: %s%s"
                .formatted(
                        run.name(),
                        run.heap(),
                        run.isWhole()
                                ? "all of 100 MB stored"
                                : run.outcome() == Outcome.ENDED
                                        ? "%s of 100 MB stored"
                                                .formatted(Text.of(run.stored() / MEGA))
                                        : run.outcome().words(),
                        run.outcome() == Outcome.FAILED ? " (" + run.error() + ")" : "");
    }

    @Override
    public String toString() {
        return finding();
    }
}
