package lab.bench;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static lab.measure.Require.allGiven;
import static lab.measure.Require.given;
import static lab.measure.Require.that;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lab.bench.fork.Rounds;
import org.openjdk.jmh.annotations.Mode;

/**
 * How to run benchmarks. What is said here wins over the class's own JMH annotations, and those win
 * over the lab's budget. Every phrase returns a changed copy: {@code
 * brief().forks(2).heap("1g").profilers("gc")}.
 */
public final class BenchOptions implements Cloneable {

    private static final List<String> PROFILERS = List.of("gc", "stack");
    private static final int MOST_ITERATIONS = 10_000;
    private static final Duration LONGEST = ofDays(1);
    private static final Duration LONGEST_ITERATION = ofMinutes(10);
    private static final Duration LONGEST_TIMEOUT = ofHours(1);
    private static final Pattern SIZE = Pattern.compile("\\d+[kKmMgG]");

    Budget budget;
    Optional<Integer> forks = Optional.empty();
    Optional<Rounds> warmup = Optional.empty();
    Optional<Rounds> measurement = Optional.empty();
    Optional<Integer> threads = Optional.empty();
    List<Integer> groups = List.of();
    Optional<String> heap = Optional.empty();
    Optional<Duration> timeout = Optional.empty();
    boolean assertions;
    List<String> jvmArgs = List.of();
    List<String> profilers = List.of();
    List<Mode> modes = List.of();
    Map<String, List<String>> params = Map.of();
    Pattern include = Pattern.compile("");

    private BenchOptions(Budget budget) {
        this.budget = budget;
    }

    /** All benchmarks together in at most about 30 s, one process each. */
    public static BenchOptions brief() {
        return new BenchOptions(Budget.brief());
    }

    /** Three processes and 15 s in each for every benchmark; the first progress says how long. */
    public static BenchOptions thorough() {
        return new BenchOptions(Budget.thorough());
    }

    /** The time that all benchmarks together may take, 1 s to a day. */
    public BenchOptions within(Duration limit) {
        given(limit, "limit", "within(ofSeconds(10))");
        that(
                limit.compareTo(ofSeconds(1)) >= 0 && limit.compareTo(LONGEST) <= 0,
                "within must be at least 1 s and at most a day but is %s; write"
                        + " within(ofSeconds(10))",
                limit);
        return but(copy -> copy.budget = budget.within(limit));
    }

    /** Processes for each benchmark, one after the other, 1 to 100. */
    public BenchOptions forks(int count) {
        that(
                count >= 1 && count <= 100,
                "forks must be 1 to 100 but is %d: a benchmark always runs in a process of its"
                        + " own; write forks(1)",
                count);
        return but(copy -> copy.forks = Optional.of(count));
    }

    /** Iterations before anything counts, 0 for none, each of at most 10 minutes. */
    public BenchOptions warmup(int iterations, Duration time) {
        that(
                iterations >= 0 && iterations <= MOST_ITERATIONS,
                "warm-up iterations must be 0 to 10,000 but are %d; write warmup(5, ofMillis(200))",
                iterations);
        return but(copy -> copy.warmup = Optional.of(rounds(iterations, time)));
    }

    /** Iterations that count, each of at most 10 minutes; an interval needs 3 or more. */
    public BenchOptions measurement(int iterations, Duration time) {
        that(
                iterations >= 1 && iterations <= MOST_ITERATIONS,
                "measured iterations must be 1 to 10,000 but are %d; write"
                        + " measurement(5, ofMillis(200))",
                iterations);
        return but(copy -> copy.measurement = Optional.of(rounds(iterations, time)));
    }

    private static Rounds rounds(int count, Duration time) {
        given(time, "the time of an iteration", "ofMillis(200)");
        that(
                time.isPositive() && time.compareTo(LONGEST_ITERATION) <= 0,
                "the time of an iteration must be positive and at most 10 minutes but is %s; write"
                        + " ofMillis(200)",
                time);
        return new Rounds(count, time);
    }

    /** Threads that run the benchmark at once, 1 to 1,000. */
    public BenchOptions threads(int count) {
        that(
                count >= 1 && count <= 1_000,
                "threads must be 1 to 1,000 but is %d; write threads(1)",
                count);
        return but(copy -> copy.threads = Optional.of(count));
    }

    /** Threads for each method of a {@code @Group}, in the order of the methods' names. */
    public BenchOptions groups(int... threads) {
        var counts = IntStream.of(threads).boxed().toList();
        that(
                counts.size() > 1 && counts.stream().allMatch(count -> count >= 1),
                "groups needs two numbers or more, each at least 1, but has %s; write groups(3, 1)",
                counts);
        return but(copy -> copy.groups = counts);
    }

    /** Further flags of the measured JVM, such as "-XX:+UseParallelGC". */
    public BenchOptions jvmArgs(String... args) {
        allGiven(args, "flag", "jvmArgs(\"-XX:+UseParallelGC\")");
        return but(copy -> copy.jvmArgs = List.of(args));
    }

    /** The measured JVM's heap, such as "512m" or "1g". */
    public BenchOptions heap(String size) {
        given(size, "heap", "heap(\"512m\")");
        that(
                SIZE.matcher(size).matches(),
                "heap must be a number with k, m or g but is \"%s\"; write heap(\"512m\")",
                size);
        return but(copy -> copy.heap = Optional.of(size));
    }

    /** Runs the measured code with its {@code assert} statements on. */
    public BenchOptions assertions() {
        return but(copy -> copy.assertions = true);
    }

    /**
     * How much longer than planned an iteration may take before it counts as hung: at most an hour,
     * 10 s if unsaid.
     */
    public BenchOptions timeout(Duration limit) {
        given(limit, "timeout", "timeout(ofSeconds(10))");
        that(
                limit.isPositive() && limit.compareTo(LONGEST_TIMEOUT) <= 0,
                "timeout must be positive and at most an hour but is %s; write"
                        + " timeout(ofSeconds(10))",
                limit);
        return but(copy -> copy.timeout = Optional.of(limit));
    }

    /** JMH's profilers: "gc" (bytes allocated by one operation), "stack" (where the time goes). */
    public BenchOptions profilers(String... names) {
        Stream.of(allGiven(names, "profiler", "profilers(\"gc\")"))
                .forEach(
                        name ->
                                that(
                                        PROFILERS.contains(name),
                                        "profilers are \"gc\" and \"stack\" but one is \"%s\"",
                                        name));
        return but(copy -> copy.profilers = Stream.of(names).distinct().toList());
    }

    /** The values of a {@code @Param} field, instead of those in its annotation. */
    public BenchOptions param(String name, Object... values) {
        given(name, "name", "param(\"size\", 10)");
        given(values, "values", "param(\"%s\", 10)".formatted(name));
        that(values.length > 0, "param(\"%s\") needs a value; write param(\"%<s\", 10)", name);
        var changed = new LinkedHashMap<>(params);
        changed.put(name, Stream.of(values).map(String::valueOf).toList());
        return but(copy -> copy.params = changed);
    }

    /** What is measured: throughput, average time, sampled times, single shots. */
    public BenchOptions modes(Mode... chosen) {
        allGiven(chosen, "mode", "modes(Mode.SampleTime)");
        return but(copy -> copy.modes = List.of(chosen));
    }

    /** Only the benchmark methods in whose name this regular expression is found. */
    public BenchOptions include(String pattern) {
        given(pattern, "pattern", "include(\"sum\")");
        try {
            var compiled = Pattern.compile(pattern);
            return but(copy -> copy.include = compiled);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(
                    "include(\"%s\") is no regular expression: %s"
                            .formatted(pattern, e.getDescription()),
                    e);
        }
    }

    private BenchOptions but(Consumer<BenchOptions> change) {
        try {
            var copy = (BenchOptions) clone();
            change.accept(copy);
            return copy;
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }
}
