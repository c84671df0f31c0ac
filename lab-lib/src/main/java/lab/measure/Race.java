package lab.measure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Two tasks run in turns (first, second, second, first), so that whatever disturbs one disturbs the
 * other too, and how many times as long one takes. For tasks that take a millisecond or more; what
 * takes less belongs into a JMH benchmark.
 *
 * @param first the first task's laps
 * @param second the second task's laps
 * @param ratio the first task's time over the second's
 */
public record Race(Laps first, Laps second, Ratio ratio) implements Measured {

    private static final Duration BUDGET = Duration.ofSeconds(3);
    private static final Duration WARM_UP = Duration.ofMillis(200);
    private static final int FEWEST_ROUNDS = Ratio.FEWEST / 2;
    private static final int MOST_ROUNDS = 15;

    /**
     * What one task took.
     *
     * @param median half of its laps took no longer
     * @param quick a quarter took no longer
     * @param slow three quarters took no longer
     */
    public record Laps(String name, Duration median, Duration quick, Duration slow) {

        static Laps of(String name, List<Double> nanos) {
            var sorted = nanos.stream().sorted().toList();
            return new Laps(name, at(0.5, sorted), at(0.25, sorted), at(0.75, sorted));
        }

        private static Duration at(double share, List<Double> sorted) {
            return Duration.ofNanos(
                    sorted.get((int) Math.round(share * (sorted.size() - 1))).longValue());
        }

        private Comparison.Bar bar() {
            return new Comparison.Bar(name, Millis.of(median), Millis.of(quick), Millis.of(slow));
        }
    }

    /**
     * Runs both tasks in turns for about 3 seconds, each at least six times after a warm-up.
     *
     * @throws IllegalStateException naming the task that failed, or a thread of an earlier cell
     *     that still burns a core
     */
    public static Race between(String first, Task firstTask, String second, Task secondTask)
            throws InterruptedException {
        Require.given(firstTask, "task", "() -> first()");
        Require.given(secondTask, "task", "() -> second()");
        Runaways.refuse();
        var lane = new Lane(first, firstTask, System::nanoTime);
        var other = new Lane(second, secondTask, System::nanoTime);
        return run(lane, other, System::nanoTime);
    }

    static Race run(Lane first, Lane second, LongSupplier clock) throws InterruptedException {
        warmUp(first, clock);
        warmUp(second, clock);
        long end = clock.getAsLong() + Pace.of(BUDGET, Duration.ofSeconds(1)).toNanos();
        for (int round = 0; round < MOST_ROUNDS; round++) {
            if (round >= FEWEST_ROUNDS && clock.getAsLong() >= end) {
                break;
            }
            first.lap();
            second.lap();
            second.lap();
            first.lap();
        }
        return new Race(
                Laps.of(first.name, first.nanos),
                Laps.of(second.name, second.nanos),
                Ratio.of(first.nanos, second.nanos));
    }

    private static void warmUp(Lane lane, LongSupplier clock) throws InterruptedException {
        long end = clock.getAsLong() + WARM_UP.toNanos();
        int laps = 0;
        do {
            lane.lap();
            laps++;
        } while (clock.getAsLong() < end && laps < 1_000);
        lane.nanos.clear();
    }

    /** One task and what its laps took. */
    static final class Lane {

        private final List<Double> nanos = new ArrayList<>();
        private final String name;
        private final Task task;
        private final LongSupplier clock;

        Lane(String name, Task task, LongSupplier clock) {
            this.name = name;
            this.task = task;
            this.clock = clock;
        }

        void lap() throws InterruptedException {
            if (Thread.interrupted()) {
                throw new InterruptedException("interrupted before \"%s\"".formatted(name));
            }
            long start = clock.getAsLong();
            try {
                task.run();
            } catch (InterruptedException stop) {
                throw stop;
            } catch (Exception e) {
                throw new IllegalStateException("\"%s\" failed: %s".formatted(name, e), e);
            }
            nanos.add((double) Math.max(1, clock.getAsLong() - start));
        }
    }

    @Override
    public Comparison shape() {
        return new Comparison(
                "%s against %s".formatted(first.name, second.name),
                "ms, median of the laps with quartiles",
                List.of(first.bar(), second.bar()));
    }

    @Override
    public String finding() {
        if (!ratio.conclusive()) {
            return "inconclusive: \"%s\" took %s as long as \"%s\" in %d pairs, which may be noise"
                    .formatted(first.name, ratio, second.name, ratio.pairs());
        }
        boolean firstIsSlower = ratio.value() > 1;
        return "\"%s\" took %s as long as \"%s\" in %d pairs"
                .formatted(
                        firstIsSlower ? first.name : second.name,
                        firstIsSlower ? ratio : ratio.inverse(),
                        firstIsSlower ? second.name : first.name,
                        ratio.pairs());
    }

    @Override
    public String toString() {
        return finding();
    }
}
