package lab.bench;

import static java.time.Duration.ofSeconds;
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
import org.openjdk.jmh.annotations.Mode;

/**
 * How to run benchmarks. What is said here wins over the class's own JMH annotations, and those win
 * over the lab's budget. Every phrase returns a changed copy: {@code
 * brief().forks(2).heap("1g").profilers("gc")}.
 */
public final class BenchOptions implements Cloneable {

    private static final List<String> PROFILERS = List.of("gc", "stack");
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

    /** The time that all benchmarks together may take, at least 1 s. */
    public BenchOptions within(Duration limit) {
        that(
                limit.compareTo(ofSeconds(1)) >= 0,
                "within must be at least 1 s but is %s; write within(ofSeconds(10))",
                limit);
        return but(copy -> copy.budget = budget.within(limit));
    }

    /** Processes for each benchmark, one after the other, at least 1. */
    public BenchOptions forks(int count) {
        that(
                count >= 1,
                "forks must be at least 1 but is %d: a benchmark always runs in a process of its"
                        + " own; write forks(1)",
                count);
        return but(copy -> copy.forks = Optional.of(count));
    }

    /** Iterations before anything counts, 0 for none. */
    public BenchOptions warmup(int iterations, Duration time) {
        that(iterations >= 0, "warm-up iterations must be at least 0 but are %d", iterations);
        return but(copy -> copy.warmup = Optional.of(rounds(iterations, time)));
    }

    /** Iterations that count; an interval needs 3 or more. */
    public BenchOptions measurement(int iterations, Duration time) {
        that(iterations >= 1, "measured iterations must be at least 1 but are %d", iterations);
        return but(copy -> copy.measurement = Optional.of(rounds(iterations, time)));
    }

    private static Rounds rounds(int count, Duration time) {
        that(
                time.isPositive(),
                "the time of an iteration must be positive but is %s; write ofMillis(200)",
                time);
        return new Rounds(count, time);
    }

    /** Threads that run the benchmark at once, at least 1. */
    public BenchOptions threads(int count) {
        that(count >= 1, "threads must be at least 1 but is %d; write threads(1)", count);
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
        return but(copy -> copy.jvmArgs = List.of(args));
    }

    /** The measured JVM's heap, such as "512m" or "1g". */
    public BenchOptions heap(String size) {
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
     * How much longer than planned an iteration may take before it counts as hung; 10 s if unsaid.
     */
    public BenchOptions timeout(Duration limit) {
        that(limit.isPositive(), "timeout must be positive but is %s", limit);
        return but(copy -> copy.timeout = Optional.of(limit));
    }

    /** JMH's profilers: "gc" (bytes allocated by one operation), "stack" (where the time goes). */
    public BenchOptions profilers(String... names) {
        Stream.of(names)
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
        that(values.length > 0, "param(\"%s\") needs a value; write param(\"%<s\", 10)", name);
        var changed = new LinkedHashMap<>(params);
        changed.put(name, Stream.of(values).map(String::valueOf).toList());
        return but(copy -> copy.params = changed);
    }

    /** What is measured: throughput, average time, sampled times, single shots. */
    public BenchOptions modes(Mode... chosen) {
        return but(copy -> copy.modes = List.of(chosen));
    }

    /** Only the benchmark methods in whose name this regular expression is found. */
    public BenchOptions include(String pattern) {
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
