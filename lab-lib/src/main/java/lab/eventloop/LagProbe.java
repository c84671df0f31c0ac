package lab.eventloop;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import lab.measure.Timeline.Sample;

/**
 * Measures the lag of an event loop: how much later than planned a timer fires (C11, C12). The next
 * tick is planned when the last one has fired, as with {@code setInterval}. While the loop is
 * blocked, the probe is blocked too, and a stall of any length leaves one sample.
 */
final class LagProbe implements AutoCloseable {

    private final Vertx vertx;
    private final Duration every;
    private final long start = System.nanoTime();
    private final List<Sample> samples = new ArrayList<>();
    private boolean closed;

    private LagProbe(Vertx vertx, Duration every) {
        this.vertx = vertx;
        this.every = every;
    }

    static LagProbe start(Vertx vertx, Duration every) {
        var probe = new LagProbe(vertx, every);
        probe.expectTick();
        return probe;
    }

    private void expectTick() {
        long due = System.nanoTime() + every.toNanos();
        vertx.setTimer(every.toMillis(), tick -> arrived(due));
    }

    private void arrived(long due) {
        if (note(System.nanoTime(), due)) {
            expectTick();
        }
    }

    private synchronized boolean note(long now, long due) {
        double lagMillis = Math.max(0, now - due) / 1e6;
        samples.add(new Sample(Duration.ofNanos(now - start), lagMillis));
        return !closed;
    }

    /** What was sampled so far. */
    synchronized Lag lag() {
        return Lag.of(every, samples);
    }

    @Override
    public synchronized void close() {
        closed = true;
    }
}
