package lab.async;

import static java.util.stream.Collectors.joining;

import java.lang.Thread.UncaughtExceptionHandler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import lab.measure.CauseChain;
import lab.measure.Comparison;
import lab.measure.Comparison.Bar;
import lab.measure.Measured;
import lab.measure.Require;

/**
 * Tasks that fail, started in several ways: how many of the exceptions anyone notices who does not
 * ask for the result (C93). An exception is noticed if it reaches the uncaught exception handler of
 * its thread, which writes it into the log, or if the code reports it.
 *
 * @param runs in the order in which they were measured
 */
public record Noticed(List<Run> runs) implements Measured {

    private static final int TASKS = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** An exception that nobody keeps reaches its handler in far less than this. */
    private static final Duration SETTLED = Duration.ofMillis(200);

    /** A way to start tasks. */
    public interface Way {

        /**
         * Returns what starts one task.
         *
         * @param threads makes threads with names of their own
         * @param report counts an exception that the code noticed itself
         */
        Consumer<Runnable> on(ThreadFactory threads, Consumer<Throwable> report);
    }

    /** How many exceptions of how many tasks were noticed. */
    public record Run(String name, int tasks, int noticed) {

        /** Whether each exception was noticed, or reported more than once. */
        public boolean isComplete() {
            return noticed >= tasks;
        }
    }

    public Noticed {
        runs = List.copyOf(runs);
    }

    /** Starts ten tasks that fail, in this way. */
    public static Noticed of(String name, Way way) throws InterruptedException {
        return new Noticed(List.of()).and(name, way);
    }

    /** And ten in another way. */
    public Noticed and(String name, Way way) throws InterruptedException {
        Require.given(name, "name", "\"submit\"");
        Require.given(way, "way", "(threads, report) -> …");
        var more = new ArrayList<>(runs);
        more.add(run(name, way));
        return new Noticed(more);
    }

    private static Run run(String name, Way way) throws InterruptedException {
        var noticed = new AtomicInteger();
        var before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler(
                (thread, e) -> uncaught(thread, e, noticed, before));
        try {
            return run(name, way, noticed);
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
    }

    /** A way may use other threads than ours: what they do not catch is in the log as well. */
    private static void uncaught(
            Thread thread, Throwable e, AtomicInteger noticed, UncaughtExceptionHandler others) {
        if (CauseChain.of(e).anyMatch(NoFile.class::isInstance)) {
            noticed.incrementAndGet();
        } else if (others != null) {
            others.uncaughtException(thread, e);
        } else {
            e.printStackTrace();
        }
    }

    private static Run run(String name, Way way, AtomicInteger noticed)
            throws InterruptedException {
        var failing = new CountDownLatch(TASKS);
        var threads = Thread.ofPlatform().daemon().name("failing-", 0).factory();
        var starting =
                Require.given(
                        way.on(threads, e -> noticed.incrementAndGet()),
                        "\"%s\": what starts a task".formatted(name),
                        "Executors.newFixedThreadPool(2, threads)::execute");
        for (int i = 0; i < TASKS; i++) {
            try {
                starting.accept(() -> fail(failing));
            } catch (NoFile thrownToTheCaller) {
                noticed.incrementAndGet();
            }
        }
        boolean allRan = failing.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        Require.that(
                allRan, "\"%s\": only %d of %d tasks ran", name, TASKS - failing.getCount(), TASKS);
        Thread.sleep(SETTLED);
        return new Run(name, TASKS, noticed.get());
    }

    private static void fail(CountDownLatch failing) {
        failing.countDown();
        throw new NoFile();
    }

    /** What each task throws. */
    private static final class NoFile extends IllegalStateException {
        NoFile() {
            super("the file is not there");
        }
    }

    /** The run with this name. */
    public Run run(String name) {
        return Require.known(name, "way", runs, Run::name);
    }

    @Override
    public Comparison shape() {
        return new Comparison(
                "Of %d exceptions, how many anyone notices".formatted(TASKS),
                "exceptions",
                runs.stream().map(run -> Bar.exact(run.name(), run.noticed())).toList());
    }

    @Override
    public String finding() {
        return runs.stream()
                .map(run -> "%s: %d of %d".formatted(run.name(), run.noticed(), run.tasks()))
                .collect(joining("; "));
    }

    @Override
    public String toString() {
        return finding();
    }
}
