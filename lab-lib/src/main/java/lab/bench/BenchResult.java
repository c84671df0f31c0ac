package lab.bench;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lab.measure.Comparison;
import lab.measure.Comparison.Bar;
import lab.measure.Measured;
import lab.measure.NotMeasured;
import lab.measure.Table;

/**
 * What a run of benchmarks came to: a bar for each, and one sentence that says which is faster and
 * by what factor, that two are the same, or that the run is inconclusive and what would settle it.
 * The sentence follows the forks and nothing else; what makes the numbers less trustworthy is
 * beside it, in the caveats.
 *
 * @param scores what succeeded, in the order of the class; scores of one mode share a unit
 * @param failures what did not, each with its error
 * @param caveats why the numbers of this run deserve less trust; empty on a quiet machine
 * @param notes what else the learner should know, such as results that could not be kept
 * @param printed what each benchmark printed, as much of it as a person reads
 * @param ran how many rounds there were, and why no more
 */
public record BenchResult(
        List<Score> scores,
        List<Failure> failures,
        List<String> caveats,
        List<String> notes,
        List<String> printed,
        Ran ran)
        implements Measured {

    /** A benchmark without a result, and why. */
    public record Failure(String name, String error) {}

    public BenchResult {
        scores = Unified.of(scores);
        failures = List.copyOf(failures);
        caveats = List.copyOf(caveats);
        notes = List.copyOf(notes);
        printed = List.copyOf(printed);
    }

    /** A result of benchmarks that printed nothing. */
    public BenchResult(
            List<Score> scores,
            List<Failure> failures,
            List<String> caveats,
            List<String> notes,
            Ran ran) {
        this(scores, failures, caveats, notes, List.of(), ran);
    }

    /** The scores of the first mode; the table has those of every mode. */
    @Override
    public Comparison shape() {
        var bars = new ArrayList<Bar>();
        var mode = scores.isEmpty() ? "" : scores.getFirst().mode();
        byParameters(mode).map(Score::bar).forEach(bars::add);
        failures.forEach(failure -> bars.add(Bar.exact(failure.name() + " (failed)", Double.NaN)));
        var unit = scores.isEmpty() ? "no result" : scores.getFirst().unit();
        return new Comparison(title(mode), unit, bars);
    }

    /** Those of the same parameters side by side: they are the ones to compare. */
    private Stream<Score> byParameters(String mode) {
        return scores.stream()
                .filter(score -> score.mode().equals(mode))
                .collect(groupingBy(Score::params, LinkedHashMap::new, toList()))
                .values()
                .stream()
                .flatMap(List::stream);
    }

    private static String title(String mode) {
        return switch (mode) {
            case "thrpt" -> "Throughput (higher is better)";
            case "avgt" -> "Average time of an operation (lower is better)";
            case "sample" -> "Sampled times, mean (lower is better)";
            case "ss" -> "One cold call (lower is better)";
            default -> "Benchmarks";
        };
    }

    @Override
    public String finding() {
        var sentences = new ArrayList<String>();
        if (!scores.isEmpty()) {
            sentences.add(verdict());
        }
        sentences.addAll(failed());
        sentences.addAll(notes);
        return String.join(". ", sentences);
    }

    private String verdict() {
        var found = found();
        var needed = found.roundsNeeded();
        return needed.isEmpty()
                ? found.sentence()
                : found.sentence() + "; " + ran.advice(needed.getAsInt());
    }

    private Contests found() {
        return new Contests(scores, ran.margin());
    }

    /** Every pair that is compared: at equal parameters and mode, the best with each other. */
    public List<Contest> contests() {
        return found().all();
    }

    /** One sentence for each error, whatever number of parameters it happened with. */
    private List<String> failed() {
        var names = new LinkedHashMap<String, List<String>>();
        failures.forEach(
                f -> names.computeIfAbsent(f.error(), e -> new ArrayList<>()).add(f.name()));
        return names.entrySet().stream()
                .map(e -> "%s failed: %s".formatted(String.join(", ", e.getValue()), e.getKey()))
                .toList();
    }

    /** Whether every contest is decided: one is faster, or both are the same. */
    public boolean isConclusive() {
        return !scores.isEmpty() && found().areDecided();
    }

    /**
     * The score of one benchmark.
     *
     * @throws NotMeasured if there is none, naming those that exist
     */
    public Score score(String name) {
        return scores.stream()
                .filter(score -> score.isCalled(name))
                .findFirst()
                .orElseThrow(() -> new NotMeasured(unknown(name)));
    }

    private String unknown(String name) {
        var names = scores.stream().map(Score::name).collect(joining(", "));
        return "no benchmark \"%s\" has a score; there are: %s".formatted(name, names);
    }

    /** Every figure: percentiles of sampled times, bytes allocated, parts of groups. */
    @Override
    public Optional<Table> table() {
        return Optional.of(new ScoreTable(scores, failures).table());
    }

    /** What the profiler "stack" saw and what was printed, benchmark by benchmark. */
    public String details() {
        var profiles =
                scores.stream()
                        .flatMap(
                                s ->
                                        s.parts().stream()
                                                .filter(part -> !part.detail().isEmpty())
                                                .map(part -> s.name() + "\n" + part.detail()));
        return Stream.concat(profiles, printed.stream()).collect(joining("\n\n"));
    }

    BenchResult noting(List<String> added) {
        var more = new ArrayList<>(notes);
        more.addAll(added);
        return new BenchResult(scores, failures, caveats, more, printed, ran);
    }

    @Override
    public String toString() {
        var blocks = new ArrayList<>(List.of(finding()));
        blocks.addAll(caveats);
        blocks.addAll(List.of(table().orElseThrow().text(), details(), ran.text()));
        return blocks.stream().filter(block -> !block.isEmpty()).collect(joining("\n\n"));
    }
}
