package lab.async;

import static java.util.stream.Collectors.joining;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import lab.measure.Comparison;
import lab.measure.Comparison.Bar;
import lab.measure.Measured;
import lab.measure.Require;
import lab.measure.Steps;
import lab.measure.Table;
import lab.measure.Text;

/**
 * The same calls to a service, with several limits on how many are in flight (C81). Each call is a
 * virtual thread, and a semaphore is acquired before it starts.
 *
 * @param runs in the order in which they were measured
 * @param mostInTime how many calls at once the service can serve before their patience ends
 */
public record FanOut(List<Run> runs, int mostInTime) implements Measured {

    private static final int MOST = 100_000;

    /**
     * One limit.
     *
     * @param limit how many calls may be in flight; as many as there are calls where nothing limits
     *     them
     * @param failed how many gave up waiting for the service
     * @param time until the last call had ended
     */
    public record Run(int limit, int calls, int failed, Duration time) {

        /** Whether nothing limited the calls. */
        public boolean isUnlimited() {
            return limit >= calls;
        }

        String name() {
            return isUnlimited() ? "no limit" : "limit " + limit;
        }
    }

    public FanOut {
        runs = List.copyOf(runs);
    }

    /**
     * Makes these calls once for each limit.
     *
     * @param calls 1 to 100,000
     * @param limits each above 0; at least {@code calls} for no limit
     */
    public static FanOut of(Backend backend, int calls, int... limits) throws InterruptedException {
        Require.given(backend, "backend", "new Backend(10, ofMillis(10), ofMillis(100))");
        Require.within(calls, "calls", 1, MOST, "1_000");
        Require.given(limits, "limits", "5, 10, 20");
        Require.that(limits.length > 0, "limits must not be empty; try 5, 10, 20");
        for (int limit : limits) {
            Require.within(
                    limit, "limit", 1, Integer.MAX_VALUE, "10, or %d for none".formatted(calls));
        }
        var runs = new ArrayList<Run>();
        try (var steps = Steps.of(limits.length)) {
            for (int limit : limits) {
                steps.next("limit " + limit);
                runs.add(run(backend, calls, limit));
            }
        }
        return new FanOut(runs, backend.mostInTime());
    }

    private static Run run(Backend backend, int calls, int limit) throws InterruptedException {
        var failed = new AtomicInteger();
        var permits = new Semaphore(limit);
        long start = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            start(calls, permits, threads, () -> call(backend, failed, permits));
        }
        return new Run(limit, calls, failed.get(), Duration.ofNanos(System.nanoTime() - start));
    }

    private static void start(int calls, Semaphore permits, ExecutorService threads, Runnable call)
            throws InterruptedException {
        try {
            for (int i = 0; i < calls; i++) {
                permits.acquire();
                threads.execute(call);
            }
        } catch (InterruptedException stop) {
            threads.shutdownNow();
            throw stop;
        }
    }

    private static void call(Backend backend, AtomicInteger failed, Semaphore permits) {
        try {
            backend.call();
        } catch (TimeoutException e) {
            failed.incrementAndGet();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } finally {
            permits.release();
        }
    }

    @Override
    public Comparison shape() {
        return new Comparison(
                "Calls that failed, by the limit of calls in flight",
                "calls",
                runs.stream()
                        .map(run -> Bar.exact(run.name(), run.failed()).ofKind("failed"))
                        .toList());
    }

    @Override
    public Optional<Table> table() {
        return Optional.of(
                new Table(
                        List.of("limit", "calls", "failed", "time"),
                        runs.stream().map(FanOut::row).toList()));
    }

    private static List<String> row(Run run) {
        return List.of(
                run.name(),
                "%,d".formatted(run.calls()),
                "%,d".formatted(run.failed()),
                Text.of(run.time()));
    }

    @Override
    public String finding() {
        return runs.stream()
                .map(
                        run ->
                                "%s: %,d of %,d failed, %s"
                                        .formatted(
                                                run.name(),
                                                run.failed(),
                                                run.calls(),
                                                Text.of(run.time())))
                .collect(joining("; "));
    }

    @Override
    public String toString() {
        return finding();
    }
}
