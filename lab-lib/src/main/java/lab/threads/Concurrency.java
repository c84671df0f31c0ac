package lab.threads;

import static java.util.stream.Collectors.joining;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import lab.measure.Comparison;
import lab.measure.Comparison.Bar;
import lab.measure.Measured;
import lab.measure.Millis;
import lab.measure.Require;
import lab.measure.Steps;
import lab.measure.Table;
import lab.measure.Task;
import lab.measure.Text;

/**
 * The same tasks, handed to several executors at once: how many of them ran at the same time, and
 * when the last was done (C25).
 *
 * @param runs in the order in which they were measured
 */
public record Concurrency(List<Run> runs) implements Measured {

    private static final int MOST = 100_000;
    private static final Duration LONGEST = Duration.ofSeconds(30);

    /**
     * One executor with its tasks.
     *
     * @param tasks how many were handed over
     * @param done how many of them ended within 30 seconds
     * @param most how many ran at the same time
     * @param time until the last of them was done
     */
    public record Run(String name, int tasks, int done, int most, Duration time) {}

    public Concurrency {
        runs = List.copyOf(runs);
    }

    /**
     * Hands over this many tasks now and waits for the last, for at most 30 seconds.
     *
     * @param tasks 1 to 100,000
     * @throws IllegalStateException if a task fails; the message names the executor
     */
    public static Concurrency of(String name, Executor executor, int tasks, Task task)
            throws InterruptedException {
        return new Concurrency(List.of()).and(name, executor, tasks, task);
    }

    /** And to one more executor. */
    public Concurrency and(String name, Executor executor, int tasks, Task task)
            throws InterruptedException {
        Require.given(name, "name", "\"four threads\"");
        Require.given(executor, "executor", "Executors.newFixedThreadPool(4)");
        Require.within(tasks, "tasks", 1, MOST, "16");
        Require.given(task, "task", "() -> Thread.sleep(50)");
        var more = new ArrayList<>(runs);
        try (var steps = Steps.one(name, Duration.ZERO)) {
            more.add(new Crowd(task, tasks).through(name, executor));
        }
        return new Concurrency(more);
    }

    /** The run with this name. */
    public Run run(String name) {
        return Require.known(name, "executor", runs, Run::name);
    }

    /** Tasks on their way through an executor. */
    private static final class Crowd {

        private final Task task;
        private final int tasks;
        private final CountDownLatch left;
        private final AtomicInteger running = new AtomicInteger();
        private final AtomicInteger most = new AtomicInteger();
        private final AtomicReference<Throwable> failure = new AtomicReference<>();
        private volatile boolean over;

        Crowd(Task task, int tasks) {
            this.task = task;
            this.tasks = tasks;
            this.left = new CountDownLatch(tasks);
        }

        Run through(String name, Executor executor) throws InterruptedException {
            long start = System.nanoTime();
            try {
                for (int i = 0; i < tasks; i++) {
                    executor.execute(this::one);
                }
                left.await(LONGEST.toNanos(), TimeUnit.NANOSECONDS);
            } finally {
                over = true;
            }
            var time = Duration.ofNanos(System.nanoTime() - start);
            if (failure.get() != null) {
                throw new IllegalStateException(
                        "\"%s\": a task failed: %s".formatted(name, failure.get()), failure.get());
            }
            return new Run(name, tasks, tasks - (int) left.getCount(), most.get(), time);
        }

        private void one() {
            if (over) {
                return;
            }
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            try {
                task.run();
            } catch (Throwable e) {
                failure.compareAndSet(null, e);
            } finally {
                running.decrementAndGet();
                left.countDown();
            }
        }
    }

    @Override
    public Comparison shape() {
        return new Comparison(
                "Until the last task is done",
                "ms",
                runs.stream().map(run -> Bar.exact(run.name(), Millis.of(run.time()))).toList());
    }

    @Override
    public Optional<Table> table() {
        return Optional.of(
                new Table(
                        List.of("executor", "tasks", "done", "in progress at once", "time"),
                        runs.stream().map(Concurrency::row).toList()));
    }

    private static List<String> row(Run run) {
        return List.of(
                run.name(),
                "%,d".formatted(run.tasks()),
                "%,d".formatted(run.done()),
                "%,d".formatted(run.most()),
                Text.of(run.time()));
    }

    @Override
    public String finding() {
        return runs.stream().map(Concurrency::inWords).collect(joining("; "));
    }

    private static String inWords(Run run) {
        var end =
                run.done() == run.tasks()
                        ? ""
                        : ", %,d not done".formatted(run.tasks() - run.done());
        return "%s: at most %,d of %,d in progress at once, %s%s"
                .formatted(run.name(), run.most(), run.tasks(), Text.of(run.time()), end);
    }

    @Override
    public String toString() {
        return finding();
    }
}
