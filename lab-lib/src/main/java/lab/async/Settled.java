package lab.async;

import java.util.List;
import java.util.concurrent.Future;
import lab.measure.Comparison;
import lab.measure.Comparison.Bar;
import lab.measure.Measured;
import lab.measure.Require;

/**
 * What became of several tasks, by the state of their futures (C79).
 *
 * @param results how many have a result
 * @param errors how many have an exception
 * @param unknown how many were cancelled or still run
 */
public record Settled(int results, int errors, int unknown) implements Measured {

    /** Counts the states of these futures. */
    public static Settled of(List<? extends Future<?>> futures) {
        Require.given(futures, "futures", "threads.invokeAll(tasks)");
        return new Settled(
                count(futures, Future.State.SUCCESS),
                count(futures, Future.State.FAILED),
                count(futures, Future.State.CANCELLED) + count(futures, Future.State.RUNNING));
    }

    private static int count(List<? extends Future<?>> futures, Future.State state) {
        return (int) futures.stream().filter(future -> future.state() == state).count();
    }

    @Override
    public Comparison shape() {
        return new Comparison(
                "What became of the tasks",
                "tasks",
                List.of(
                        Bar.exact("a result", results),
                        Bar.exact("an exception", errors),
                        Bar.exact("unknown", unknown)));
    }

    @Override
    public String finding() {
        return "%d results and %d exceptions were kept, %d are unknown"
                .formatted(results, errors, unknown);
    }

    @Override
    public String toString() {
        return finding();
    }
}
