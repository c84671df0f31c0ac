package lab.load;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;
import lab.load.Arrivals.Plan;
import lab.measure.Samples;

/** What happened to the calls so far. Every call that began is counted exactly once. */
final class Tally {

    static final String UNANSWERED = "unanswered when the run ended";

    private final LongAdder began = new LongAdder();
    private final Samples response = new Samples();
    private final Samples service = new Samples();
    private final Samples lateness = new Samples();
    private final LongAccumulator last = new LongAccumulator(Math::max, Long.MIN_VALUE);
    private final Map<String, LongAdder> errors = new ConcurrentHashMap<>();
    private final AtomicReference<String> firstError = new AtomicReference<>();

    void began() {
        began.increment();
    }

    void late(long nanos) {
        lateness.recordNanos(nanos);
    }

    /** A call that just succeeded. */
    void answered(Arrival arrival) {
        long now = System.nanoTime();
        response.recordNanos(arrival.sinceDue(now));
        service.recordNanos(arrival.sinceSent(now));
        last.accumulate(now);
    }

    void failed(Throwable failure) {
        firstError.compareAndSet(null, CallFailed.message(failure));
        errors.computeIfAbsent(CallFailed.kind(failure), unseen -> new LongAdder()).increment();
    }

    /** What the clients experienced; a call that has not ended by now was not answered. */
    LoadResult result(Plan plan, long start) {
        long end = Math.max(start + plan.time().toNanos(), last.get());
        var answered = response.latency();
        var kinds = new TreeMap<String, Long>();
        errors.forEach((kind, count) -> kinds.put(kind, count.sum()));
        long ended = kinds.values().stream().mapToLong(count -> count).sum() + answered.count();
        if (began.sum() > ended) {
            kinds.merge(UNANSWERED, began.sum() - ended, Long::sum);
        }
        return new LoadResult(
                plan.target(),
                plan.model(),
                Duration.ofNanos(end - start),
                answered,
                service.latency(),
                lateness.latency(),
                kinds,
                Optional.ofNullable(firstError.get()));
    }
}
