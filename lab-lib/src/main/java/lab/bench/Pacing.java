package lab.bench;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import lab.bench.fork.Item;
import lab.bench.fork.Iterations;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.util.Optional;

/** How often and how long one benchmark runs, so that what is left open fits its share of time. */
final class Pacing {

    /** More forks than any run has. */
    static final int MANY = 1_000;

    private static final Duration SHORTEST = Duration.ofMillis(10);
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Iterations NO_ITERATION = new Iterations(0, Duration.ZERO);
    private static final Iterations ONE_SHOT = new Iterations(1, Duration.ZERO);

    /** The number of rounds that must fit into the time. */
    private static final int ROUNDS = 3;

    private final BenchmarkListEntry entry;
    private final BenchOptions options;
    private final Duration share;
    private final Effort effort;
    private final boolean shot;

    Pacing(BenchmarkListEntry entry, BenchOptions options, Duration share) {
        this.entry = entry;
        this.options = options;
        this.share = share;
        this.shot = entry.getMode() == Mode.SingleShotTime;
        var said = options.get(Setting.EFFORT);
        this.effort = hasFixedForks() ? said.forFixedForks() : said;
    }

    boolean hasFixedForks() {
        return options.get(Setting.FORKS).isPresent() || entry.getForks().hasValue();
    }

    int forks() {
        int open = effort.rounds() > 0 ? effort.rounds() : MANY;
        return options.get(Setting.FORKS)
                .orElseGet(() -> Math.max(1, entry.getForks().orElse(open)));
    }

    /** Neither the class nor the options set the warm-up, and there is something to warm up. */
    boolean warmsUpFreely() {
        return !shot
                && options.get(Setting.WARMUP).isEmpty()
                && !entry.getWarmupIterations().hasValue()
                && !entry.getWarmupTime().hasValue();
    }

    boolean measuresFreely() {
        return warmsUpFreely()
                && options.get(Setting.MEASUREMENT).isEmpty()
                && !entry.getMeasurementIterations().hasValue()
                && !entry.getMeasurementTime().hasValue();
    }

    Iterations warmup() {
        return options.get(Setting.WARMUP)
                .orElseGet(
                        () ->
                                new Iterations(
                                        warmups(),
                                        time(entry.getWarmupTime(), open(effort.warmup()))));
    }

    Iterations measurement() {
        return options.get(Setting.MEASUREMENT)
                .orElseGet(
                        () ->
                                new Iterations(
                                        counted(),
                                        time(
                                                entry.getMeasurementTime(),
                                                open(effort.measurement()))));
    }

    Duration timeout() {
        return options.get(Setting.TIMEOUT).orElseGet(() -> time(entry.getTimeout(), TIMEOUT));
    }

    private int warmups() {
        return entry.getWarmupIterations().orElse((shot ? NO_ITERATION : effort.warmup()).count());
    }

    private int counted() {
        return entry.getMeasurementIterations()
                .orElse((shot ? ONE_SHOT : effort.measurement()).count());
    }

    /** The time of an iteration where neither class nor options set it; a single shot has none. */
    private Duration open(Iterations atLongest) {
        if (shot) {
            return Duration.ZERO;
        }
        int forks = Math.min(forks(), hasFixedForks() ? MANY : Math.max(ROUNDS, effort.rounds()));
        int iterations = Math.max(1, forks * (warmups() + counted()));
        var left = share.minus(Item.FORK.multipliedBy(forks)).dividedBy(iterations);
        var longest = atLongest.time();
        var fitting = left.compareTo(longest) < 0 ? left : longest;
        return fitting.compareTo(SHORTEST) < 0 ? SHORTEST : fitting;
    }

    private static Duration time(Optional<TimeValue> said, Duration otherwise) {
        return said.hasValue()
                ? Duration.ofNanos(said.get().convertTo(TimeUnit.NANOSECONDS))
                : otherwise;
    }
}
