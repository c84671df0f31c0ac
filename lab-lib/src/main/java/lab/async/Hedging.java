package lab.async;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import lab.measure.Distribution;
import lab.measure.Latency;
import lab.measure.Measured;
import lab.measure.Require;
import lab.measure.Samples;
import lab.measure.Steps;
import lab.measure.Text;

/**
 * The same calls without and with a hedge: if a call has no answer after some time, a second one is
 * sent, and the first answer counts. The other call is interrupted.
 *
 * @param plain without a hedge
 * @param hedged with one
 * @param calls how many calls were wanted
 * @param sent how many were sent with the hedge
 * @param after when the second call is sent
 */
public record Hedging(Latency plain, Latency hedged, int calls, int sent, Duration after)
        implements Measured {

    private static final int MOST = 10_000;
    private static final int CLIENTS = 20;
    private static final Duration LONGEST = Duration.ofMinutes(1);

    /**
     * Makes these calls twice, 20 at a time.
     *
     * @param calls 20 to 10,000
     * @param after when the second call is sent; a little more than most calls take
     */
    public static Hedging of(Callable<?> call, int calls, Duration after)
            throws InterruptedException {
        Require.given(call, "call", "() -> client.send(request)");
        Require.within(calls, "calls", CLIENTS, MOST, "400");
        Require.within(
                after, "after", Duration.ofMillis(1), Duration.ofSeconds(10), "ofMillis(50)");
        var sent = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var steps = Steps.of(2)) {
            steps.next("without a hedge");
            var plain = timed(calls, call);
            steps.next("with a hedge");
            var hedged = timed(calls, () -> hedged(threads, call, after, sent));
            return new Hedging(plain, hedged, calls, sent.get(), after);
        }
    }

    private static Latency timed(int calls, Callable<?> call) throws InterruptedException {
        var samples = new Samples();
        var clients = Executors.newFixedThreadPool(CLIENTS, Thread.ofVirtual().factory());
        try {
            var all = Collections.nCopies(calls, timing(call, samples));
            clients.invokeAll(all, LONGEST.toSeconds(), TimeUnit.SECONDS).forEach(Hedging::require);
            return samples.latency();
        } finally {
            clients.shutdownNow();
        }
    }

    private static void require(Future<?> call) {
        if (call.state() == Future.State.FAILED) {
            throw new IllegalStateException(
                    "a call failed: " + call.exceptionNow(), call.exceptionNow());
        }
        Require.that(
                call.state() == Future.State.SUCCESS,
                "the calls did not end within %s; make fewer, or shorter ones",
                Text.of(LONGEST));
    }

    private static Callable<Void> timing(Callable<?> call, Samples samples) {
        return () -> {
            long start = System.nanoTime();
            call.call();
            samples.recordNanos(System.nanoTime() - start);
            return null;
        };
    }

    private static Object hedged(
            ExecutorService threads, Callable<?> call, Duration after, AtomicInteger sent)
            throws Exception {
        var race = new ExecutorCompletionService<Object>(threads);
        sent.incrementAndGet();
        var tries = new ArrayList<Future<Object>>();
        tries.add(race.submit(call::call));
        try {
            var answer = race.poll(after.toNanos(), TimeUnit.NANOSECONDS);
            if (answer == null) {
                sent.incrementAndGet();
                tries.add(race.submit(call::call));
                answer = race.take();
            }
            return answer.get();
        } finally {
            tries.forEach(one -> one.cancel(true));
        }
    }

    /** By which factor the hedge lowered the p99. */
    public double gain() {
        return (double) plain.p99().toNanos() / Math.max(1, hedged.p99().toNanos());
    }

    /** Which share of calls was sent twice. */
    public double extra() {
        return (double) (sent - calls) / calls;
    }

    @Override
    public Distribution shape() {
        var curves = new LinkedHashMap<String, Latency>();
        curves.put("one call", plain);
        curves.put("a second one after " + Text.of(after), hedged);
        return new Distribution("Calls without and with a hedge", curves);
    }

    @Override
    public String finding() {
        return "p99 %s without a hedge, %s with it, for %s more calls"
                .formatted(Text.of(plain.p99()), Text.of(hedged.p99()), Text.percent(extra()));
    }

    @Override
    public String toString() {
        return finding();
    }
}
