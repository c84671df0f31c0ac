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
import lab.measure.Text;
import lab.server.Patience;

/**
 * How long it takes until the last of many tasks is done that were started at once (C25).
 *
 * @param times by the name of the way they were started
 */
public record Bursts(SequencedMap<String, Duration> times) implements Measured {

    public Bursts {
        times = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(times));
    }

    public static Bursts none() {
        return new Bursts(new LinkedHashMap<>());
    }

    /** Starts so many tasks at once now, waits for all, and adds the time under this name. */
    public Bursts and(String name, int tasks, Supplier<Future<?>> starting) {
        Require.that(
                tasks >= 1 && tasks <= 10_000, "tasks must be 1 to 10,000, was %,d; try 8", tasks);
        Require.given(starting, "starting", "() -> vertx.executeBlocking(work)");
        long start = System.nanoTime();
        var started = Stream.generate(starting).limit(tasks).toList();
        Patience.await(Future.all(started));
        var more = new LinkedHashMap<>(times);
        more.put(name, Duration.ofNanos(System.nanoTime() - start));
        return new Bursts(more);
    }

    @Override
    public Comparison shape() {
        var bars =
                times.entrySet().stream()
                        .map(one -> Bar.exact(one.getKey(), Millis.of(one.getValue())))
                        .toList();
        return new Comparison("Until the last task is done", "ms", bars);
    }

    @Override
    public String finding() {
        return times.entrySet().stream()
                .map(one -> one.getKey() + " " + Text.of(one.getValue()))
                .collect(Collectors.joining("; "));
    }

    @Override
    public String toString() {
        return finding();
    }
}
