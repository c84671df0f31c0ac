package lab.load;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;
import lab.measure.Samples;

/** What became of the requests so far. */
final class Tally {

    private final Samples response = new Samples();
    private final Samples service = new Samples();
    private final Samples lateness = new Samples();
    private final LongAccumulator last = new LongAccumulator(Math::max, Long.MIN_VALUE);
    private final Map<String, LongAdder> errors = new ConcurrentHashMap<>();

    /** An answer that just arrived; one that is not 2xx is an error, however fast it was. */
    boolean answered(int status, long due, long sent) {
        long now = System.nanoTime();
        if (status / 100 != 2) {
            failed("status " + status);
            return false;
        }
        response.recordNanos(now - due);
        service.recordNanos(now - sent);
        last.accumulate(now);
        return true;
    }

    /** When the last good answer arrived, and no earlier than {@code end}. */
    long lastAnswer(long end) {
        return Math.max(end, last.get());
    }

    void failed(String kind) {
        errors.computeIfAbsent(kind, unseen -> new LongAdder()).increment();
    }

    void late(long nanos) {
        lateness.recordNanos(nanos);
    }

    long errors() {
        return errors.values().stream().mapToLong(LongAdder::sum).sum();
    }

    LoadResult result(Target target, Model model, Duration time) {
        var kinds = new TreeMap<String, Long>();
        errors.forEach((kind, count) -> kinds.put(kind, count.sum()));
        return new LoadResult(
                target.uri(),
                model,
                time,
                response.latency(),
                service.latency(),
                lateness.latency(),
                kinds);
    }
}
