package lab.threads;

import static java.util.stream.Collectors.joining;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicLong;
import lab.load.Arrivals;
import lab.load.Call;
import lab.load.LoadResult;
import lab.load.Model;
import lab.measure.Distribution;
import lab.measure.Latency;
import lab.measure.Measured;
import lab.measure.Require;
import lab.measure.Steps;
import lab.measure.Text;

/**
 * Quick tasks beside slow ones whose back end stalls: 100 orders a second take 10 ms each, 20
 * reports a second take 200 ms each, and for one second a report takes 1.5 s. If both have one
 * pool, the reports take all its threads.
 *
 * @param runs in the order in which they were measured
 */
public record Bulkhead(List<Run> runs) implements Measured {

    private static final Duration TIME = Duration.ofSeconds(3);
    private static final Duration ORDER = Duration.ofMillis(10);
    private static final Duration REPORT = Duration.ofMillis(200);
    private static final Duration STALLED = Duration.ofMillis(1_500);
    private static final Duration LATE = Duration.ofMillis(100);
    private static final Model ORDERS = new Model.Open(100);
    private static final Model REPORTS = new Model.Open(20);

    /**
     * One way to share threads.
     *
     * @param orders how the quick tasks fared
     * @param late how many of them took longer than 100 ms, or were never done
     */
    public record Run(String name, LoadResult orders, long late) {}

    public Bulkhead {
        runs = List.copyOf(runs);
    }

    /**
     * Runs both kinds of tasks for three seconds.
     *
     * @param orders the pool of the quick tasks
     * @param reports the pool of the slow ones; may be the same
     */
    public static Bulkhead of(String name, ExecutorService orders, ExecutorService reports)
            throws InterruptedException {
        return new Bulkhead(List.of()).and(name, orders, reports);
    }

    /** And with other pools. */
    public Bulkhead and(String name, ExecutorService orders, ExecutorService reports)
            throws InterruptedException {
        Require.given(name, "name", "\"one pool\"");
        Require.given(orders, "orders", "Executors.newFixedThreadPool(8)");
        Require.given(reports, "reports", "Executors.newFixedThreadPool(8)");
        var more = new ArrayList<>(runs);
        try (var steps = Steps.one(name, TIME)) {
            more.add(run(name, orders, reports));
        }
        return new Bulkhead(more);
    }

    private static Run run(String name, ExecutorService orders, ExecutorService reports)
            throws InterruptedException {
        var late = new AtomicLong();
        Call order =
                arrival -> {
                    long start = System.nanoTime();
                    submit(orders, ORDER);
                    if (System.nanoTime() - start > LATE.toNanos()) {
                        late.incrementAndGet();
                    }
                };
        long begin = System.nanoTime();
        Call report = arrival -> submit(reports, isStalled(begin) ? STALLED : REPORT);
        try (var meanwhile = Arrivals.of(REPORTS, TIME).start("reports", report)) {
            var load = Arrivals.of(ORDERS, TIME).run("orders", order);
            return new Run(name, load, late.get() + load.failed());
        }
    }

    private static void submit(ExecutorService pool, Duration nap) throws Exception {
        pool.submit(
                        () -> {
                            Thread.sleep(nap);
                            return null;
                        })
                .get();
    }

    /** In the second second. */
    private static boolean isStalled(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin).toSeconds() == 1;
    }

    /** The run with this name. */
    public Run run(String name) {
        return Require.known(name, "way", runs, Run::name);
    }

    @Override
    public List<String> caveats() {
        return runs.stream().flatMap(run -> run.orders().caveats().stream()).distinct().toList();
    }

    @Override
    public Distribution shape() {
        var curves = new LinkedHashMap<String, Latency>();
        runs.forEach(run -> curves.put(run.name(), run.orders().response()));
        return new Distribution("Response time of the quick tasks", curves);
    }

    private static String failedInWords(LoadResult orders) {
        return orders.failed() == 0 ? "" : " (%s)".formatted(orders.errorsInWords());
    }

    @Override
    public String finding() {
        return runs.stream()
                .map(
                        run ->
                                "%s: %,d of %,d quick tasks took longer than %s%s, p99 %s"
                                        .formatted(
                                                run.name(),
                                                run.late(),
                                                run.orders().answered() + run.orders().failed(),
                                                Text.of(LATE),
                                                failedInWords(run.orders()),
                                                Text.of(run.orders().response().p99())))
                .collect(joining("; "));
    }

    @Override
    public String toString() {
        return finding();
    }
}
