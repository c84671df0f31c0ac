package lab.pool;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import lab.measure.Require;

/** What instruments require of a pool before they start. */
final class Pools {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration GLANCE = Duration.ofMillis(1);

    private Pools() {}

    static HikariDataSource open(HikariDataSource pool) {
        Require.given(pool, "pool", "db.pool(10)");
        Require.that(
                !pool.isClosed(),
                "pool must be open, \"%s\" is closed; run the cell that opens it again",
                pool.getPoolName());
        return pool;
    }

    /** Waits until this many connections are open and idle. */
    static void awaitIdle(HikariDataSource pool, int connections) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (pool.getHikariPoolMXBean() == null
                || pool.getHikariPoolMXBean().getIdleConnections() < connections) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(
                        "\"%s\" has fewer than %d idle connections after %d s; is its database up?"
                                .formatted(pool.getPoolName(), connections, PATIENCE.toSeconds()));
            }
            Thread.sleep(GLANCE);
        }
    }
}
