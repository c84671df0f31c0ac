package lab.pool;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import lab.pool.Gauge.Reading;

/** Looks at a pool from a thread of its own until it is closed. */
final class GaugeReader implements AutoCloseable {

    private static final Duration EVERY = Duration.ofMillis(20);
    private static final int ENOUGH = 3_000;

    private final HikariDataSource pool;
    private final Consumer<? super Gauge> listener;
    private final List<Reading> readings = new CopyOnWriteArrayList<>();
    private final long start = System.nanoTime();
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
            while (readings.size() < ENOUGH) {
                var bean = pool.getHikariPoolMXBean();
                readings.add(
                        new Reading(
                                Duration.ofNanos(System.nanoTime() - start),
                                bean.getActiveConnections(),
                                bean.getIdleConnections(),
                                bean.getThreadsAwaitingConnection()));
                listener.accept(gauge());
                Thread.sleep(EVERY);
            }
        } catch (InterruptedException closed) {
            // Enough was read.
        }
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(EVERY.multipliedBy(50));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
