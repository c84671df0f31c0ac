package lab.bench;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static lab.measure.Require.allGiven;
import static lab.measure.Require.given;
import static lab.measure.Require.that;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lab.bench.fork.Iterations;
import org.openjdk.jmh.annotations.Mode;

/**
 * How to run benchmarks. What these options set overrides the class's own JMH annotations, and
 * those override the lab's budget. Every phrase returns a changed copy: {@code
 * brief().forks(2).heap("1g").profilers("gc")}.
 */
public final class BenchOptions {

    private static final List<String> PROFILERS = List.of("gc", "stack");
    private static final int MOST_ITERATIONS = 10_000;
    private static final Duration LONGEST = ofDays(1);
    private static final Duration LONGEST_ITERATION = ofMinutes(10);
    private static final Duration LONGEST_TIMEOUT = ofHours(1);
    private static final Pattern SIZE = Pattern.compile("\\d+[kKmMgG]");

    private final Map<Setting<?>, Object> values;

    private BenchOptions(Map<Setting<?>, Object> values) {
        this.values = values;
    }

    /** The value that these options set, or its default. */
    <T> T get(Setting<T> setting) {
        return setting.in(values);
    }

    /**
     * All benchmarks together in at most about 30 s, in rounds of short forks; it ends earlier when
     * every contest is decided.
     */
    public static BenchOptions brief() {
        return new BenchOptions(Map.of(Setting.EFFORT, Effort.brief()));
    }

    /** Fifteen longer forks, about 45 s, for every benchmark; the first progress says how long. */
    public static BenchOptions thorough() {
        return new BenchOptions(Map.of(Setting.EFFORT, Effort.thorough()));
    }

    /** The time that all benchmarks together may take, 1 s to a day. */
    public BenchOptions within(Duration limit) {
        given(limit, "limit", "within(ofSeconds(10))");
        that(
                limit.compareTo(ofSeconds(1)) >= 0 && limit.compareTo(LONGEST) <= 0,
                "within must be at least 1 s and at most a day but is %s; write"
                        + " within(ofSeconds(10))",
                limit);
        return but(Setting.EFFORT, get(Setting.EFFORT).within(limit));
    }

    /**
     * A fixed number of forks for each benchmark, 1 to 100: that many rounds, whatever they show.
     */
    public BenchOptions forks(int count) {
        that(
                count >= 1 && count <= 100,
                "forks must be 1 to 100 but is %d: a benchmark always runs in a process of its"
                        + " own; write forks(1)",
                count);
        return but(Setting.FORKS, Optional.of(count));
    }

    /** Iterations before anything counts, 0 for none, each of at most 10 minutes. */
    public BenchOptions warmup(int iterations, Duration time) {
        that(
                iterations >= 0 && iterations <= MOST_ITERATIONS,
                "warm-up iterations must be 0 to 10,000 but are %d; write warmup(5, ofMillis(200))",
                iterations);
        return but(Setting.WARMUP, Optional.of(iterations(iterations, time)));
    }

    /** Iterations that count, each of at most 10 minutes; an interval needs 3 or more. */
    public BenchOptions measurement(int iterations, Duration time) {
        that(
                iterations >= 1 && iterations <= MOST_ITERATIONS,
                "measured iterations must be 1 to 10,000 but are %d; write"
                        + " measurement(5, ofMillis(200))",
                iterations);
        return but(Setting.MEASUREMENT, Optional.of(iterations(iterations, time)));
    }

    private static Iterations iterations(int count, Duration time) {
        given(time, "the time of an iteration", "ofMillis(200)");
        that(
                time.isPositive() && time.compareTo(LONGEST_ITERATION) <= 0,
                "the time of an iteration must be positive and at most 10 minutes but is %s; write"
                        + " ofMillis(200)",
                time);
        return new Iterations(count, time);
    }

    /** Threads that run the benchmark at once, 1 to 1,000. */
    public BenchOptions threads(int count) {
        that(
                count >= 1 && count <= 1_000,
                "threads must be 1 to 1,000 but is %d; write threads(1)",
                count);
        return but(Setting.THREADS, Optional.of(count));
    }

    /** Threads for each method of a {@code @Group}, in the order of the methods' names. */
    public BenchOptions groups(int... threads) {
        var counts = IntStream.of(threads).boxed().toList();
        that(
                counts.size() > 1 && counts.stream().allMatch(count -> count >= 1),
                "groups needs two numbers or more, each at least 1, but has %s; write groups(3, 1)",
                counts);
        return but(Setting.GROUPS, counts);
    }

    /** Further flags of the measured JVM, such as "-XX:+UseParallelGC". */
    public BenchOptions jvmArgs(String... args) {
        allGiven(args, "flag", "jvmArgs(\"-XX:+UseParallelGC\")");
        return but(Setting.JVM_ARGS, List.of(args));
    }

    /** The measured JVM's heap, such as "512m" or "1g". */
    public BenchOptions heap(String size) {
        given(size, "heap", "heap(\"512m\")");
        that(
                SIZE.matcher(size).matches(),
                "heap must be a number with k, m or g but is \"%s\"; write heap(\"512m\")",
                size);
        return but(Setting.HEAP, Optional.of(size));
    }

    /** Runs the measured code with its {@code assert} statements on. */
    public BenchOptions assertions() {
        return but(Setting.ASSERTIONS, true);
    }

    /**
     * How much longer than planned an iteration may take before it counts as hung: at most an hour,
     * 10 s by default.
     */
    public BenchOptions timeout(Duration limit) {
        given(limit, "timeout", "timeout(ofSeconds(10))");
        that(
                limit.isPositive() && limit.compareTo(LONGEST_TIMEOUT) <= 0,
                "timeout must be positive and at most an hour but is %s; write"
                        + " timeout(ofSeconds(10))",
                limit);
        return but(Setting.TIMEOUT, Optional.of(limit));
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
        return but(Setting.PROFILERS, Stream.of(names).distinct().toList());
    }

    /** The values of a {@code @Param} field, instead of those in its annotation. */
    public BenchOptions param(String name, Object... values) {
        given(name, "name", "param(\"size\", 10)");
        given(values, "values", "param(\"%s\", 10)".formatted(name));
        that(values.length > 0, "param(\"%s\") needs a value; write param(\"%<s\", 10)", name);
        var changed = new LinkedHashMap<>(get(Setting.PARAMS));
        changed.put(name, Stream.of(values).map(String::valueOf).toList());
        return but(Setting.PARAMS, changed);
    }

    /** What is measured: throughput, average time, sampled times, single shots. */
    public BenchOptions modes(Mode... chosen) {
        allGiven(chosen, "mode", "modes(Mode.SampleTime)");
        return but(Setting.MODES, List.of(chosen));
    }

    /** Only the benchmark methods in whose name this regular expression is found. */
    public BenchOptions include(String pattern) {
        given(pattern, "pattern", "include(\"sum\")");
        try {
            var compiled = Pattern.compile(pattern);
            return but(Setting.INCLUDE, compiled);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(
                    "include(\"%s\") is not a regular expression: %s"
                            .formatted(pattern, e.getDescription()),
                    e);
        }
    }

    /** How much two benchmarks may differ and still be called the same: 3 % by default. */
    public BenchOptions margin(double share) {
        that(
                share > 0 && share <= 1,
                "margin must be above 0 and at most 1 but is %s; write margin(0.03) for 3 %%",
                share);
        return but(Setting.MARGIN, share);
    }

    /** Repeats the order of an earlier run: its result shows its seed. */
    public BenchOptions seed(long seed) {
        return but(Setting.SEED, Optional.of(seed));
    }

    private <T> BenchOptions but(Setting<T> setting, T value) {
        var changed = new HashMap<>(values);
        changed.put(setting, value);
        return new BenchOptions(Map.copyOf(changed));
    }
}
