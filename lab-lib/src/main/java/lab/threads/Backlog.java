package lab.threads;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import lab.load.Arrivals;
import lab.load.Call;
import lab.load.LoadResult;
import lab.load.Model;
import lab.measure.Latency;
import lab.measure.Measured;
import lab.measure.Pace;
import lab.measure.Readings;
import lab.measure.Require;
import lab.measure.Samples;
import lab.measure.Task;
import lab.measure.Text;
import lab.measure.Threshold;
import lab.measure.Timeline;
import lab.measure.Timeline.Sample;
import lab.measure.Timeline.Track;

/**
 * Tasks that arrive at a pool: how many of its threads are busy, how many tasks wait in its queue,
 * and for how long.
 *
 * @param threads how many threads the pool had at most; its maximum size may be a promise that an
 *     unbounded queue never lets it keep
 * @param load how the tasks arrived, and how long each took from then on
 * @param waited from when a task was due until a thread began it
 * @param readings the state of the pool, in the order of time
 */
public record Backlog(int threads, LoadResult load, Latency waited, List<Reading> readings)
        implements Measured {

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    /**
     * One look at the pool.
     *
     * @param busy threads with a task
     * @param queued tasks that wait for a thread
     */
    public record Reading(Duration at, int busy, int queued) {}

    public Backlog {
        readings = List.copyOf(readings);
    }

    /**
     * Lets tasks arrive for this time; quick mode takes a third. Returns when the last one is done.
     *
     * @param time above 0, at most 1 minute
     */
    public static Backlog of(ThreadPoolExecutor pool, Model model, Duration time, Task task)
            throws InterruptedException {
        return watched(pool, model, time, task, backlog -> {});
    }

    /** The same, and this listener receives the state of the pool 50 times a second. */
    public static Backlog watched(
            ThreadPoolExecutor pool,
            Model model,
            Duration time,
            Task task,
            Consumer<? super Measured> listener)
            throws InterruptedException {
        Require.given(pool, "pool", "new ThreadPoolExecutor(5, 5, …)");
        Require.given(task, "task", "() -> Thread.sleep(50)");
        Require.given(listener, "listener", "live(show -> Backlog.watched(…, show))");
        Require.within(time, "time", Duration.ofMillis(100), LONGEST, "ofSeconds(4)");
        var waited = new Samples();
        Call call =
                arrival ->
                        pool.submit(
                                        () -> {
                                            arrival.sent();
                                            waited.record(arrival.waited());
                                            task.run();
                                            return null;
                                        })
                                .get();
        try (var readings =
                new Readings<>(
                        "backlog",
                        at -> new Reading(at, pool.getActiveCount(), pool.getQueue().size()),
                        all ->
                                listener.accept(
                                        Measured.of(shape(pool.getLargestPoolSize(), all), "")))) {
            var load = Arrivals.of(model, Pace.of(time, SHORTEST)).run("a pool", call);
            return new Backlog(pool.getLargestPoolSize(), load, waited.latency(), readings.all());
        }
    }

    /** The largest value that was seen, such as {@code most(Reading::queued)}. */
    public int most(ToIntFunction<Reading> of) {
        return readings.stream().mapToInt(of).max().orElse(0);
    }

    /** How many threads were busy on average, of all looks at the pool. */
    public double busy() {
        return readings.stream().mapToInt(Reading::busy).average().orElse(0);
    }

    @Override
    public List<String> caveats() {
        return load.caveats();
    }

    @Override
    public Timeline shape() {
        return shape(threads, readings);
    }

    private static Timeline shape(int threads, List<Reading> readings) {
        return new Timeline(
                "A pool of threads and its queue",
                "threads, or waiting tasks",
                List.of(
                        track("busy threads", readings, Reading::busy),
                        track("tasks in the queue", readings, Reading::queued)),
                List.of(new Threshold("threads of the pool", threads)));
    }

    private static Track track(String name, List<Reading> readings, ToIntFunction<Reading> of) {
        return new Track(
                name,
                readings.stream()
                        .map(reading -> new Sample(reading.at(), of.applyAsInt(reading)))
                        .toList());
    }

    @Override
    public String finding() {
        return "%d thread%s, %s: on average %s busy, at most %,d tasks in the queue; %s%s"
                .formatted(
                        threads,
                        threads == 1 ? "" : "s",
                        load.model(),
                        Text.of(busy()),
                        most(Reading::queued),
                        waitedInWords(),
                        load.failed() == 0 ? "" : "; " + load.errorsInWords());
    }

    private String waitedInWords() {
        return waited.count() == 0
                ? "no task began"
                : "a task waited %s (p50), %s (p99)"
                        .formatted(Text.of(waited.p50()), Text.of(waited.p99()));
    }

    @Override
    public String toString() {
        return finding();
    }
}
