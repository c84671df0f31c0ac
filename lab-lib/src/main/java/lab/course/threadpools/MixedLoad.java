package lab.course.threadpools;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import lab.exercise.Verdict;
import lab.load.Arrival;
import lab.load.Arrivals;
import lab.load.LoadResult;
import lab.load.Model;
import lab.measure.Pace;
import lab.measure.Text;

/** Exercise 03.1: the threads that two kinds of blocking tasks need together. */
final class MixedLoad {

    private static final int ORDERS = 50;
    private static final int REPORTS = 20;
    private static final Duration ORDER = Duration.ofMillis(200);
    private static final Duration REPORT = Duration.ofMillis(100);

    /** With arrivals at random, a pool that is busier than this lets many tasks wait. */
    private static final double MOST_BUSY = 0.75;

    /** A pool that is less busy than this is larger than its bursts. */
    private static final double LEAST_BUSY = 0.5;

    private static final Duration TIME = Duration.ofSeconds(3);

    private MixedLoad() {}

    static Verdict check(Integer threads) throws InterruptedException {
        if (threads < 1) {
            return new Verdict.Wrong(
                    "A pool of %d does no task.".formatted(threads), "It needs at least 1 thread.");
        }
        double busy = busy();
        if (busy < LEAST_BUSY * threads) {
            return new Verdict.Wrong(
                    "On average %s threads are busy; less than a half of %d."
                            .formatted(Text.of(busy), threads),
                    "A reserve of about a half is enough; a much larger pool only lets more calls"
                            + " reach the other service at once.");
        }
        return judge(threads, busy, load(threads).response().p99());
    }

    /** By Little's law, which does not depend on the machine; the run shows what it looks like. */
    private static double busy() {
        return (ORDERS * ORDER.toMillis() + REPORTS * REPORT.toMillis()) / 1e3;
    }

    private static Verdict judge(int threads, double busy, Duration p99) {
        var seen =
                "On average %s threads are needed, and the pool has %d; p99 of the response time"
                        + " was %s.";
        seen = seen.formatted(Text.of(busy), threads, Text.of(p99));
        if (threads < busy) {
            return new Verdict.Wrong(
                    seen, "For each kind: tasks per second × seconds of each. Add both.");
        }
        return busy > MOST_BUSY * threads
                ? new Verdict.Wrong(
                        seen,
                        "That is the mean, and the tasks arrive at random: in a burst this reserve"
                                + " is too small.")
                : new Verdict.Passed(seen);
    }

    private static LoadResult load(int threads) throws InterruptedException {
        var kinds = new Random(3);
        var next = new AtomicInteger();
        var naps =
                kinds.doubles(10_000)
                        .mapToObj(d -> d * (ORDERS + REPORTS) < ORDERS ? ORDER : REPORT)
                        .toList();
        try (var pool =
                Executors.newFixedThreadPool(threads, Thread.ofPlatform().daemon().factory())) {
            var model = new Model.Open(ORDERS + REPORTS).poisson();
            return Arrivals.of(model, Pace.of(TIME, TIME))
                    .run(
                            "a pool of %d threads".formatted(threads),
                            (Arrival arrival) -> {
                                var nap = naps.get(next.getAndIncrement() % naps.size());
                                pool.submit(() -> nap(nap)).get();
                            });
        }
    }

    private static Void nap(Duration time) throws InterruptedException {
        Thread.sleep(time);
        return null;
    }
}
