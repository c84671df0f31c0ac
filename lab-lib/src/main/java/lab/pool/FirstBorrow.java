package lab.pool;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import lab.database.Database;
import lab.measure.Comparison;
import lab.measure.Comparison.Bar;
import lab.measure.Measured;
import lab.measure.Median;
import lab.measure.Millis;
import lab.measure.Ratio;
import lab.measure.Require;
import lab.measure.Text;

/**
 * What the first burst of people waits at a pool that opens its connections when they are wanted,
 * and at one that has opened them before (C111).
 *
 * @param burst how many come at once
 * @param cold until the last of them has a connection, with {@code minimumIdle} 0; the median
 * @param warm the same with {@code minimumIdle} as large as the burst
 * @param ratio the first over the second
 */
public record FirstBorrow(int burst, Duration cold, Duration warm, Ratio ratio)
        implements Measured {

    private static final int PAIRS = 6;

    /**
     * Opens a new pool for each burst, cold and warm by turns.
     *
     * @param burst 1 to 32
     */
    public static FirstBorrow of(Database database, int burst) throws Exception {
        Require.given(database, "database", "Database.server().behind(ofMillis(10))");
        Require.that(burst >= 1 && burst <= 32, "burst must be 1 to 32, was %d; try 8", burst);
        var cold = new ArrayList<Double>();
        var warm = new ArrayList<Double>();
        new Opening(database, burst, burst).burst();
        for (int i = 0; i < PAIRS; i++) {
            cold.add(new Opening(database, burst, 0).burst());
            warm.add(new Opening(database, burst, burst).burst());
        }
        return new FirstBorrow(
                burst, Median.ofNanos(cold), Median.ofNanos(warm), Ratio.of(cold, warm));
    }

    /** A pool for one burst. */
    private record Opening(Database database, int people, int minimumIdle) {

        double burst() throws Exception {
            var config = new HikariConfig();
            config.setPoolName("first");
            config.setMaximumPoolSize(people);
            config.setMinimumIdle(minimumIdle);
            try (var pool = database.pool(config);
                    var threads = Executors.newFixedThreadPool(people)) {
                Pools.awaitIdle(pool, minimumIdle);
                var allHaveOne = new CountDownLatch(people);
                Callable<Void> borrower = () -> borrow(pool, allHaveOne);
                long start = System.nanoTime();
                for (int i = 0; i < people; i++) {
                    threads.submit(borrower);
                }
                allHaveOne.await();
                return System.nanoTime() - start;
            }
        }

        /** Nobody gives his connection back before everybody has one. */
        private static Void borrow(HikariDataSource pool, CountDownLatch allHaveOne)
                throws SQLException, InterruptedException {
            try (var connection = pool.getConnection()) {
                allHaveOne.countDown();
                allHaveOne.await();
            } finally {
                allHaveOne.countDown();
            }
            return null;
        }
    }

    @Override
    public Comparison shape() {
        return new Comparison(
                "Until a first burst of %d has its connections".formatted(burst),
                "ms",
                List.of(
                        Bar.exact("minimumIdle 0", Millis.of(cold)),
                        Bar.exact("minimumIdle %d".formatted(burst), Millis.of(warm))));
    }

    @Override
    public String finding() {
        return "a first burst of %d waits %s at a cold pool, %s at a warm one, %s"
                .formatted(burst, Text.of(cold), Text.of(warm), ratio);
    }

    @Override
    public String toString() {
        return finding();
    }
}
