package lab.pool;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import lab.database.Database;
import lab.measure.Measured;
import lab.measure.Median;
import lab.measure.Millis;
import lab.measure.Pace;
import lab.measure.Ratio;
import lab.measure.Require;
import lab.measure.Sweep;
import lab.measure.Sweep.Line;
import lab.measure.Sweep.Point;
import lab.measure.Text;

/**
 * One statement on a new connection against one on a connection from a pool, with the database at
 * several distances (C106).
 *
 * @param all by distance, as they were asked for
 */
public record Distances(List<Distance> all) implements Measured {

    private static final Duration BUDGET = Duration.ofSeconds(2);
    private static final int FEWEST_PAIRS = 6;
    private static final int MOST_PAIRS = 200;
    private static final int WARM_UP = 5;

    /**
     * One distance.
     *
     * @param roundTrip how far away the database is
     * @param unpooled connect, one statement, close; the median
     * @param pooled borrow, one statement, return; the median
     * @param ratio the first over the second
     */
    public record Distance(Duration roundTrip, Duration unpooled, Duration pooled, Ratio ratio) {}

    public Distances {
        all = List.copyOf(all);
        Require.that(!all.isEmpty(), "distances must not be empty; try ofMillis(0), ofMillis(10)");
    }

    /** Measures both by turns, and the distances by turns, about two seconds for each. */
    public static Distances to(Database server, Duration... roundTrips)
            throws IOException, SQLException, InterruptedException {
        Require.given(server, "server", "Database.server()");
        Require.allGiven(roundTrips, "round trip", "ofMillis(10)");
        var lanes = new ArrayList<Lane>();
        try {
            for (var roundTrip : roundTrips) {
                lanes.add(new Lane(server.behind(roundTrip)));
            }
            measure(lanes);
            return new Distances(lanes.stream().map(Lane::distance).toList());
        } finally {
            lanes.forEach(Lane::close);
        }
    }

    private static void measure(List<Lane> lanes) throws SQLException, InterruptedException {
        for (var lane : lanes) {
            lane.warmUp();
        }
        var budget = Pace.of(BUDGET, Duration.ofSeconds(1)).multipliedBy(lanes.size());
        long end = System.nanoTime() + budget.toNanos();
        for (int i = 0; i < MOST_PAIRS && (i < FEWEST_PAIRS || System.nanoTime() < end); i++) {
            for (var lane : lanes) {
                lane.pair();
            }
        }
    }

    /** The one of this distance. */
    public Distance at(Duration roundTrip) {
        return all.stream()
                .filter(one -> one.roundTrip().equals(roundTrip))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "nothing was measured at %s; there are %s"
                                                .formatted(
                                                        Text.of(roundTrip),
                                                        all.stream()
                                                                .map(Distance::roundTrip)
                                                                .map(Text::of)
                                                                .toList())));
    }

    /** One distance while it is measured. */
    private static final class Lane implements AutoCloseable {

        private final Database wired;
        private final HikariDataSource pool;
        private final List<Double> unpooled = new ArrayList<>();
        private final List<Double> pooled = new ArrayList<>();

        Lane(Database wired) {
            this.wired = wired;
            var config = new HikariConfig();
            config.setPoolName("distance");
            config.setMaximumPoolSize(1);
            pool = wired.pool(config);
        }

        void warmUp() throws SQLException, InterruptedException {
            for (int i = 0; i < WARM_UP; i++) {
                one(wired.source());
                one(pool);
            }
        }

        void pair() throws SQLException, InterruptedException {
            unpooled.add(one(wired.source()));
            pooled.add(one(pool));
        }

        Distance distance() {
            return new Distance(
                    wired.roundTrip(),
                    Median.ofNanos(unpooled),
                    Median.ofNanos(pooled),
                    Ratio.of(unpooled, pooled));
        }

        @Override
        public void close() {
            pool.close();
        }
    }

    private static double one(DataSource source) throws SQLException, InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        long start = System.nanoTime();
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("select 1");
        }
        return System.nanoTime() - start;
    }

    @Override
    public Sweep shape() {
        return new Sweep(
                "One statement, with and without a pool",
                "round trip, ms",
                "ms",
                List.of(
                        line("new connection", Distance::unpooled),
                        line("from a pool", Distance::pooled)));
    }

    private Line line(String name, Function<Distance, Duration> of) {
        return new Line(
                name,
                all.stream()
                        .map(one -> new Point(Millis.of(one.roundTrip()), Millis.of(of.apply(one))))
                        .toList());
    }

    @Override
    public String finding() {
        return all.stream()
                .map(
                        one ->
                                "%s ms away: %s new, %s pooled, %s"
                                        .formatted(
                                                Text.of(Millis.of(one.roundTrip())),
                                                Text.of(one.unpooled()),
                                                Text.of(one.pooled()),
                                                one.ratio()))
                .collect(Collectors.joining("; "));
    }

    @Override
    public String toString() {
        return finding();
    }
}
