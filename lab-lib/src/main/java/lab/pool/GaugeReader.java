package lab.pool;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import lab.pool.Gauge.Reading;

/** Reads the state of a pool in a thread of its own until it is closed. */
final class GaugeReader implements AutoCloseable {

    private static final Duration EVERY = Duration.ofMillis(20);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int ENOUGH = 3_000;

    private final HikariDataSource pool;
    private final Consumer<? super Gauge> listener;
    private final List<Reading> readings = new CopyOnWriteArrayList<>();
    private final long start = System.nanoTime();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;

    GaugeReader(HikariDataSource pool, Consumer<? super Gauge> listener) {
        this.pool = pool;
        this.listener = listener;
        thread = Thread.ofPlatform().daemon().name("pool-gauge").start(this::read);
    }

    Gauge gauge() {
        return new Gauge(pool.getPoolName(), pool.getMaximumPoolSize(), readings);
    }

    private void read() {
        try {
            do {
                var bean = pool.getHikariPoolMXBean();
                readings.add(
                        new Reading(
                                Duration.ofNanos(System.nanoTime() - start),
                                bean.getActiveConnections(),
                                bean.getIdleConnections(),
                                bean.getThreadsAwaitingConnection()));
                listener.accept(gauge());
            } while (readings.size() < ENOUGH
                    && !closed.await(EVERY.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException unexpected) {
            Thread.currentThread().interrupt();
        }
    }

    /** Lets the last reading end: an interrupt could break what its listener writes to. */
    @Override
    public void close() {
        closed.countDown();
        try {
            thread.join(PATIENCE);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
