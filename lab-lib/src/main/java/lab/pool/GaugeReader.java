package lab.pool;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import lab.measure.Readings;
import lab.pool.Gauge.Reading;

/** Reads the state of a pool until it is closed. */
final class GaugeReader implements AutoCloseable {

    private final HikariDataSource pool;
    private final Readings<Reading> readings;

    GaugeReader(HikariDataSource pool, Consumer<? super Gauge> listener) {
        this.pool = pool;
        this.readings =
                new Readings<>("pool-gauge", this::read, all -> listener.accept(gauge(all)));
    }

    Gauge gauge() {
        return gauge(readings.all());
    }

    private Gauge gauge(List<Reading> all) {
        return new Gauge(pool.getPoolName(), pool.getMaximumPoolSize(), all);
    }

    private Reading read(Duration at) {
        var bean = pool.getHikariPoolMXBean();
        return new Reading(
                at,
                bean.getActiveConnections(),
                bean.getIdleConnections(),
                bean.getThreadsAwaitingConnection());
    }

    @Override
    public void close() {
        readings.close();
    }
}
