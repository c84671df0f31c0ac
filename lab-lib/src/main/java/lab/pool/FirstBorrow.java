package lab.pool;

import com.zaxxer.hikari.HikariConfig;
import java.time.Duration;
import java.util.List;
import lab.database.Database;
import lab.measure.Comparison;
import lab.measure.Comparison.Bar;
import lab.measure.Measured;
import lab.measure.Millis;
import lab.measure.Ratio;
import lab.measure.Require;
import lab.measure.Text;
import lab.measure.Turns;

/**
 * How long the first burst of requests waits for connections: at a pool that opens them when they
 * are needed, and at one that has opened them before (C111).
 *
 * @param burst how many requests arrive at once
 * @param cold until the last of them has a connection, with {@code minimumIdle} 0; the median
 * @param warm the same with {@code minimumIdle} as large as the burst
 * @param ratio the first over the second
 * @param caveats why the numbers deserve less trust
 */
public record FirstBorrow(
        int burst, Duration cold, Duration warm, Ratio ratio, List<String> caveats)
        implements Measured {

    private static final Duration BUDGET = Duration.ofSeconds(5);

    public FirstBorrow {
        caveats = List.copyOf(caveats);
    }

    /**
     * Opens a new pool for each burst, cold and warm alternating.
     *
     * @param burst 1 to 32
     */
    public static FirstBorrow of(Database database, int burst) throws InterruptedException {
        Require.given(database, "database", "Database.server().behind(ofMillis(10))");
        Require.within(burst, "burst", 1, 32, "8");
        var race =
                Turns.ofTimed("cold", () -> first(database, burst, 0))
                        .andTimed("warm", () -> first(database, burst, burst))
                        .within(BUDGET);
        return new FirstBorrow(
                burst, race.first().median(), race.second().median(), race.ratio(), race.caveats());
    }

    /** Opening the pool and filling it takes time as well, which does not count. */
    private static Duration first(Database database, int burst, int minimumIdle) throws Exception {
        var config = new HikariConfig();
        config.setPoolName("first");
        config.setMaximumPoolSize(burst);
        config.setMinimumIdle(minimumIdle);
        try (var pool = database.pool(config)) {
            Pools.awaitIdle(pool, minimumIdle);
            return Burst.of(pool, burst);
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
