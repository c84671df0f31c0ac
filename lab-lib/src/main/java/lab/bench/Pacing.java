package lab.bench;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import lab.bench.fork.Item;
import lab.bench.fork.Rounds;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.util.Optional;

/** How often and how long one benchmark runs, so that what is left open fits its share of time. */
final class Pacing {

    private static final Duration SHORTEST = Duration.ofMillis(20);
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Rounds NO_ROUND = new Rounds(0, Duration.ZERO);
    private static final Rounds ONE_SHOT = new Rounds(1, Duration.ZERO);
    private static final int COLD_STARTS = 5;

    private final BenchmarkListEntry entry;
    private final BenchOptions options;
    private final Duration share;
    private final boolean shot;

    Pacing(BenchmarkListEntry entry, BenchOptions options, Duration share) {
        this.entry = entry;
        this.options = options;
        this.share = share;
        this.shot = entry.getMode() == Mode.SingleShotTime;
    }

    /** A single shot is cold only in a new process, so it gets several. */
    int forks() {
        int own = shot ? COLD_STARTS : options.budget.forks();
        return options.forks.orElseGet(() -> Math.max(1, entry.getForks().orElse(own)));
    }

    Rounds warmup() {
        return options.warmup.orElseGet(
                () -> new Rounds(warmups(), time(entry.getWarmupTime(), open())));
    }

    Rounds measurement() {
        return options.measurement.orElseGet(
                () -> new Rounds(counted(), time(entry.getMeasurementTime(), open())));
    }

    Duration timeout() {
        return options.timeout.orElseGet(() -> time(entry.getTimeout(), TIMEOUT));
    }

    private int warmups() {
        return entry.getWarmupIterations()
                .orElse((shot ? NO_ROUND : options.budget.warmup()).count());
    }

    private int counted() {
        return entry.getMeasurementIterations()
                .orElse((shot ? ONE_SHOT : options.budget.measurement()).count());
    }

    /** The time of an iteration that nobody has set; a shot lasts as long as it lasts. */
    private Duration open() {
        if (shot) {
            return Duration.ZERO;
        }
        int iterations = Math.max(1, forks() * (warmups() + counted()));
        var left = share.minus(Item.FORK.multipliedBy(forks())).dividedBy(iterations);
        var longest = options.budget.measurement().time();
        var fitting = left.compareTo(longest) < 0 ? left : longest;
        return fitting.compareTo(SHORTEST) < 0 ? SHORTEST : fitting;
    }

    private static Duration time(Optional<TimeValue> said, Duration otherwise) {
        return said.hasValue()
                ? Duration.ofNanos(said.get().convertTo(TimeUnit.NANOSECONDS))
                : otherwise;
    }
}
