package lab.eventloop;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lab.measure.Comparison;
import lab.measure.Comparison.Bar;
import lab.measure.Measured;
import lab.measure.Millis;
import lab.measure.Require;
import lab.measure.Steps;
import lab.measure.Text;
import lab.server.Patience;

/**
 * How long it takes until the last of many tasks is done that are started at the same time (C25).
 *
 * @param all by the name of the way in which the tasks were started
 */
public record Bursts(SequencedMap<String, Burst> all) implements Measured {

    private static final int MOST = 10_000;

    /**
     * Tasks that were started at the same time.
     *
     * @param tasks how many
     * @param time until the last of them was done
     */
    public record Burst(int tasks, Duration time) {}

    public Bursts {
        all = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(all));
    }

    /** Starts this many tasks at the same time now and waits for all of them. */
    public static Bursts of(String name, int tasks, Supplier<Future<?>> starting) {
        var first = new LinkedHashMap<String, Burst>();
        first.put(name, timed(name, tasks, starting));
        return new Bursts(first);
    }

    /** And this many tasks, started in another way. */
    public Bursts and(String name, int tasks, Supplier<Future<?>> starting) {
        var more = new LinkedHashMap<>(all);
        more.put(name, timed(name, tasks, starting));
        return new Bursts(more);
    }

    private static Burst timed(String name, int tasks, Supplier<Future<?>> starting) {
        Require.given(name, "name", "\"four workers\"");
        Require.within(tasks, "tasks", 1, MOST, "8");
        Require.given(starting, "starting", "() -> vertx.executeBlocking(work)");
        try (var steps = Steps.one(name, Duration.ZERO)) {
            long start = System.nanoTime();
            var started = Stream.generate(starting).limit(tasks).toList();
            Patience.await(Future.all(started));
            return new Burst(tasks, Duration.ofNanos(System.nanoTime() - start));
        }
    }

    @Override
    public Comparison shape() {
        var bars =
                all.entrySet().stream()
                        .map(one -> Bar.exact(one.getKey(), Millis.of(one.getValue().time())))
                        .toList();
        return new Comparison("Until the last task is done", "ms", bars);
    }

    @Override
    public String finding() {
        return all.entrySet().stream()
                .map(one -> one.getKey() + " " + Text.of(one.getValue().time()))
                .collect(Collectors.joining("; "));
    }

    @Override
    public String toString() {
        return finding();
    }
}
