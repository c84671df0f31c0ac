package lab.threads;

import static java.util.stream.Collectors.joining;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import lab.measure.Comparison;
import lab.measure.Comparison.Bar;
import lab.measure.Measured;
import lab.measure.Require;
import lab.measure.Steps;
import lab.measure.Table;
import lab.measure.Task;
import lab.measure.Text;

/**
 * More tasks than a pool can take, submitted one after the other without a pause: what becomes of
 * them depends on the queue and on the rejection policy of the pool.
 *
 * @param runs in the order in which they were measured
 */
public record Overload(List<Run> runs) implements Measured {

    private static final int MOST = 10_000;
    private static final Duration LONGEST = Duration.ofSeconds(20);

    /**
     * One pool.
     *
     * @param tasks how many were submitted
     * @param done how many were done
     * @param refused how many times {@code submit} threw an exception
     * @param lost how many futures were never completed: a thread that waits for one waits for ever
     * @param byCaller how many of those done were done by the submitting thread itself
     * @param threads the largest number of threads of the pool
     * @param queue the longest queue that was seen
     * @param submitting how long the submitting thread needed for all of them
     * @param time until the pool was idle
     */
    public record Run(
            String name,
            int tasks,
            int done,
            int refused,
            int lost,
            int byCaller,
            int threads,
            int queue,
            Duration submitting,
            Duration time) {}

    public Overload {
        runs = List.copyOf(runs);
    }

    /**
     * Submits this many tasks to the pool, waits until it is idle, and shuts it down.
     *
     * @param tasks 1 to 10,000
     */
    public static Overload of(String name, ThreadPoolExecutor pool, int tasks, Task task)
            throws InterruptedException {
        return new Overload(List.of()).and(name, pool, tasks, task);
    }

    /** And to one more pool. */
    public Overload and(String name, ThreadPoolExecutor pool, int tasks, Task task)
            throws InterruptedException {
        Require.given(name, "name", "\"caller runs\"");
        Require.that(
                !Require.given(pool, "pool", "new ThreadPoolExecutor(2, 2, …)").isShutdown(),
                "the pool \"%s\" is shut down; create it in the same cell",
                name);
        Require.within(tasks, "tasks", 1, MOST, "100");
        Require.given(task, "task", "() -> Thread.sleep(20)");
        var more = new ArrayList<>(runs);
        try (var steps = Steps.one(name, Duration.ZERO)) {
            more.add(new Flood(name, pool, task).of(tasks));
        } finally {
            pool.shutdownNow();
        }
        return new Overload(more);
    }

    /** The run with this name. */
    public Run run(String name) {
        return Require.known(name, "pool", runs, Run::name);
    }

    /** The tasks on their way into the pool. */
    private static final class Flood {

        private final String name;
        private final ThreadPoolExecutor pool;
        private final Task task;
        private final Thread caller = Thread.currentThread();
        private final AtomicInteger done = new AtomicInteger();
        private final AtomicInteger byCaller = new AtomicInteger();
        private final List<Future<?>> futures = new ArrayList<>();
        private int refused;
        private int queue;

        Flood(String name, ThreadPoolExecutor pool, Task task) {
            this.name = name;
            this.pool = pool;
            this.task = task;
        }

        Run of(int tasks) throws InterruptedException {
            long start = System.nanoTime();
            for (int i = 0; i < tasks; i++) {
                submit();
            }
            long submitted = System.nanoTime();
            pool.shutdown();
            if (!pool.awaitTermination(LONGEST.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new IllegalStateException(
                        "\"%s\" was not idle after %s: %,d of %,d tasks were done; take shorter"
                                        .formatted(name, Text.of(LONGEST), done.get(), tasks)
                                + " tasks, or fewer");
            }
            long end = System.nanoTime();
            refuseFailures();
            return new Run(
                    name,
                    tasks,
                    done.get(),
                    refused,
                    (int) futures.stream().filter(future -> !future.isDone()).count(),
                    byCaller.get(),
                    pool.getLargestPoolSize(),
                    queue,
                    Duration.ofNanos(submitted - start),
                    Duration.ofNanos(end - start));
        }

        private void refuseFailures() {
            futures.stream()
                    .filter(future -> future.state() == Future.State.FAILED)
                    .findFirst()
                    .ifPresent(this::failed);
        }

        private void failed(Future<?> future) {
            var failure = future.exceptionNow();
            throw new IllegalStateException(
                    "\"%s\": a task failed: %s".formatted(name, failure), failure);
        }

        private void submit() throws InterruptedException {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            try {
                futures.add(pool.submit(this::one));
            } catch (RejectedExecutionException e) {
                refused++;
            }
            queue = Math.max(queue, pool.getQueue().size());
        }

        private Void one() throws Exception {
            task.run();
            done.incrementAndGet();
            if (Thread.currentThread() == caller) {
                byCaller.incrementAndGet();
            }
            return null;
        }
    }

    @Override
    public Comparison shape() {
        return new Comparison(
                "What becomes of the tasks",
                "tasks",
                runs.stream().flatMap(Overload::bars).toList());
    }

    /** The same runs by the number of threads that each pool created at most. */
    public Measured threads() {
        return as(
                new Comparison(
                        "How many threads the pool created",
                        "threads",
                        runs.stream().map(run -> Bar.exact(run.name(), run.threads())).toList()),
                runs.stream()
                        .map(run -> "%s: %,d threads".formatted(run.name(), run.threads()))
                        .collect(joining("; ")));
    }

    private static Stream<Bar> bars(Run run) {
        return Stream.of(
                        bar(run, "done", run.done()),
                        bar(run, "refused", run.refused()),
                        bar(run, "lost", run.lost()))
                .filter(bar -> bar.value() > 0);
    }

    private static Bar bar(Run run, String kind, int tasks) {
        return Bar.exact(run.name() + ": " + kind, tasks).ofKind(kind);
    }

    @Override
    public Optional<Table> table() {
        return Optional.of(
                new Table(
                        List.of(
                                "pool",
                                "done",
                                "refused",
                                "lost",
                                "by the caller",
                                "threads",
                                "longest queue",
                                "submitting",
                                "all"),
                        runs.stream().map(Overload::row).toList()));
    }

    private static List<String> row(Run run) {
        return Stream.concat(
                        Stream.concat(
                                Stream.of(run.name()),
                                Stream.of(
                                                run.done(),
                                                run.refused(),
                                                run.lost(),
                                                run.byCaller(),
                                                run.threads(),
                                                run.queue())
                                        .map("%,d"::formatted)),
                        Stream.of(run.submitting(), run.time()).map(Text::of))
                .toList();
    }

    @Override
    public String finding() {
        return runs.stream()
                .map(
                        run ->
                                "%s: %,d threads, %,d done in %s, %,d refused, %,d lost"
                                        .formatted(
                                                run.name(),
                                                run.threads(),
                                                run.done(),
                                                Text.of(run.time()),
                                                run.refused(),
                                                run.lost()))
                .collect(joining("; "));
    }

    @Override
    public String toString() {
        return finding();
    }
}
