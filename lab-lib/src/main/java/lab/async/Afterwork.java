package lab.async;

import static java.util.stream.Collectors.joining;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import lab.measure.Comparison;
import lab.measure.Comparison.Bar;
import lab.measure.Measured;
import lab.measure.Require;
import lab.measure.Steps;
import lab.measure.Table;
import lab.measure.Text;

/**
 * Work that takes longer than its caller waits: how much of it is done after the caller has given
 * up. The work is 40 steps of 10 ms, and the caller waits for 100 ms.
 *
 * @param runs in the order in which they were measured
 */
public record Afterwork(List<Run> runs) implements Measured {

    private static final int STEPS = 40;
    private static final Duration STEP = Duration.ofMillis(10);
    private static final Duration PATIENCE = Duration.ofMillis(100);
    private static final Duration TO_ITS_END = Duration.ofSeconds(2);

    /**
     * One way to wait.
     *
     * @param told what the caller got: the name of an exception, or the result
     * @param after when the caller got it
     * @param before steps until then
     * @param later steps after that
     */
    public record Run(String name, String told, Duration after, int before, int later) {

        /** Whether the work ended with its caller. One step may be on its way. */
        public boolean stopped() {
            return later <= 1;
        }
    }

    public Afterwork {
        runs = List.copyOf(runs);
    }

    /** Lets the work run, and waits for it in this way. */
    public static Afterwork of(String name, Patient way) throws InterruptedException {
        return new Afterwork(List.of()).and(name, way);
    }

    /** And in another way. */
    public Afterwork and(String name, Patient way) throws InterruptedException {
        Require.given(name, "name", "\"get with a timeout\"");
        Require.given(way, "way", "(work, patience) -> …");
        var more = new ArrayList<>(runs);
        try (var steps = Steps.one(name, Duration.ZERO)) {
            more.add(run(name, way));
        }
        return new Afterwork(more);
    }

    private static Run run(String name, Patient way) throws InterruptedException {
        var done = new AtomicInteger();
        var ended = new CountDownLatch(1);
        long start = System.nanoTime();
        var told = told(way, done, ended);
        var after = Duration.ofNanos(System.nanoTime() - start);
        int before = done.get();
        ended.await(TO_ITS_END.toMillis(), TimeUnit.MILLISECONDS);
        return new Run(name, told, after, before, done.get() - before);
    }

    private static String told(Patient way, AtomicInteger done, CountDownLatch ended)
            throws InterruptedException {
        try {
            return way.call(() -> work(done, ended), PATIENCE);
        } catch (InterruptedException stop) {
            throw stop;
        } catch (Exception e) {
            return e.getClass().getSimpleName();
        }
    }

    private static String work(AtomicInteger done, CountDownLatch ended)
            throws InterruptedException {
        try {
            for (int step = 0; step < STEPS; step++) {
                Thread.sleep(STEP);
                done.incrementAndGet();
            }
            return "done";
        } finally {
            ended.countDown();
        }
    }

    /** The run with this name. */
    public Run run(String name) {
        return Require.known(name, "way", runs, Run::name);
    }

    @Override
    public Comparison shape() {
        return new Comparison(
                "Steps of work after the caller has given up",
                "steps",
                runs.stream().map(run -> Bar.exact(run.name(), run.later())).toList());
    }

    @Override
    public Optional<Table> table() {
        return Optional.of(
                new Table(
                        List.of("way", "the caller got", "after", "steps before", "steps later"),
                        runs.stream().map(Afterwork::row).toList()));
    }

    private static List<String> row(Run run) {
        return List.of(
                run.name(),
                String.valueOf(run.told()),
                Text.of(run.after()),
                "%d".formatted(run.before()),
                "%d".formatted(run.later()));
    }

    @Override
    public String finding() {
        return runs.stream()
                .map(
                        run ->
                                "%s: %s after %s, then %d more steps"
                                        .formatted(
                                                run.name(),
                                                run.told(),
                                                Text.of(run.after()),
                                                run.later()))
                .collect(joining("; "));
    }

    @Override
    public String toString() {
        return finding();
    }
}
