package lab.stream;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import lab.child.ChildJvm;
import lab.child.Outcome;
import lab.child.Spent;
import lab.measure.Dots;
import lab.measure.Dots.Row;
import lab.measure.Measured;
import lab.measure.Require;
import lab.measure.Steps;
import lab.measure.Table;
import lab.measure.Text;

/**
 * Ways to read one file, each in JVMs with larger and larger heaps until one is enough (C83, C84).
 *
 * @param file what was read
 * @param bytes its size
 * @param heaps the heaps that were tried
 * @param runs all runs, in the order in which they were made
 */
public record Readers(Path file, long bytes, Heaps heaps, List<Run> runs) implements Measured {

    private static final double MEGA = 1e6;
    private static final double MEBI = 1 << 20;
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    /**
     * One JVM.
     *
     * @param name the way of reading
     * @param heap its limit in MB
     * @param collector its collector
     * @param outcome how it ended
     * @param count what the reading returned; 0 unless it came to its end
     * @param spent what it cost; zeros unless it came to its end
     */
    public record Run(
            String name, int heap, String collector, Outcome outcome, long count, Spent spent) {

        /** Whether this heap was enough. */
        public boolean isWell() {
            return outcome == Outcome.ENDED;
        }

        /** Its speed in MB per second. */
        double speed(long bytes) {
            return bytes / MEGA / Math.max(1e-9, spent.wall().toNanos() / 1e9);
        }
    }

    public Readers {
        runs = List.copyOf(runs);
    }

    static Readers none(Path file, Heaps heaps) throws IOException {
        Require.given(file, "file", "sales.file()");
        return new Readers(file, Files.size(file), heaps, List.of());
    }

    /** And another way of reading the same file in the same heaps. */
    public Readers and(String name, Reading reading) throws IOException, InterruptedException {
        return and(name, heaps.collector(), reading);
    }

    /** And another way, with another collector. */
    public Readers and(String name, String collector, Reading reading)
            throws IOException, InterruptedException {
        Require.given(reading, "reading", "file -> Files.size(file)");
        Require.unused(name, "way of reading", runs, Run::name);
        var more = new ArrayList<>(runs);
        try (var steps = Steps.of(heaps.megabytes().size())) {
            for (int heap : heaps.megabytes()) {
                steps.next("%s in %d MB".formatted(name, heap));
                more.add(run(name, heap, collector, reading));
                if (more.getLast().isWell()) {
                    break;
                }
            }
        }
        return new Readers(file, bytes, heaps, more);
    }

    private Run run(String name, int heap, String collector, Reading reading)
            throws IOException, InterruptedException {
        // A path is not serializable, its name is.
        var path = file.toString();
        var jvm = ChildJvm.withHeap(heap).collector(collector).within(PATIENCE);
        var ended = jvm.run(() -> reading.read(Path.of(path)), reading);
        if (ended.outcome() == Outcome.FAILED) {
            throw new IllegalStateException(
                    "\"%s\" failed in its JVM: %s".formatted(name, ended.error()));
        }
        return new Run(
                name, heap, collector, ended.outcome(), ended.result().orElse(0L), ended.spent());
    }

    /** The run of this way in the heap that was enough, or in the largest one. */
    public Run run(String name) {
        return Require.known(name, "way of reading", last(), Run::name);
    }

    /** The smallest heap that was enough for this way, in MB; empty if none was. */
    public OptionalInt enough(String name) {
        var run = run(name);
        return run.isWell() ? OptionalInt.of(run.heap()) : OptionalInt.empty();
    }

    /** The largest heap that was not enough for this way, in MB; empty if the smallest was. */
    public OptionalInt tooSmall(String name) {
        return runs.stream()
                .filter(run -> run.name().equals(run(name).name()) && !run.isWell())
                .mapToInt(Run::heap)
                .max();
    }

    /** The names of the ways of reading. */
    public List<String> names() {
        return runs.stream().map(Run::name).distinct().toList();
    }

    private List<Run> last() {
        return names().stream()
                .map(
                        name ->
                                runs.stream()
                                        .filter(run -> run.name().equals(name))
                                        .reduce((earlier, later) -> later)
                                        .orElseThrow())
                .toList();
    }

    /** The size of the file in the unit of {@code -Xmx}. */
    public double megabytes() {
        return bytes / MEBI;
    }

    @Override
    public Dots shape() {
        return new Dots(
                        "The heap that a file of %s MB needs".formatted(Text.of(megabytes())),
                        "MB",
                        List.of("OutOfMemoryError", "enough"),
                        names().stream().map(this::row).toList())
                .against(megabytes(), "size of the file");
    }

    private Row row(String name) {
        return new Row(name, List.of(orNone(tooSmall(name)), orNone(enough(name))));
    }

    private static double orNone(OptionalInt heap) {
        return heap.isPresent() ? heap.getAsInt() : Double.NaN;
    }

    @Override
    public Optional<Table> table() {
        return Optional.of(
                new Table(
                        List.of(
                                "way",
                                "-Xmx",
                                "collector",
                                "outcome",
                                "MB/s",
                                "CPU time",
                                "in collections",
                                "heap used at most",
                                "memory of the process"),
                        runs.stream().map(this::cells).toList()));
    }

    private List<String> cells(Run run) {
        var spent = run.spent();
        var known = Stream.of(run.name(), run.heap() + " MB", run.collector());
        var measured =
                run.isWell()
                        ? Stream.of(
                                run.outcome().words(),
                                Text.of(run.speed(bytes)),
                                Text.of(spent.cpu()),
                                Text.of(spent.collecting()),
                                mebibytes(spent.heap()),
                                spent.own() == 0 ? "not known here" : mebibytes(spent.own()))
                        : Stream.concat(
                                Stream.of(run.outcome().words()),
                                Stream.generate(() -> "–").limit(5));
        return Stream.concat(known, measured).toList();
    }

    private static String mebibytes(long bytes) {
        return Text.of(Math.rint(bytes / MEBI)) + " MB";
    }

    @Override
    public String finding() {
        return "a file of %s MB: ".formatted(Text.of(Math.rint(megabytes())))
                + names().stream().map(this::inWords).collect(joining("; "));
    }

    private String inWords(String name) {
        var enough = enough(name);
        var tooSmall = tooSmall(name);
        return name
                + (enough.isPresent()
                        ? ": %d MB are enough".formatted(enough.getAsInt())
                        : ": no heap was enough")
                + (tooSmall.isPresent() ? ", %d MB are not".formatted(tooSmall.getAsInt()) : "");
    }

    @Override
    public String toString() {
        return finding();
    }
}
