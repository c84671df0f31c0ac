package lab.pool;

import com.zaxxer.hikari.HikariConfig;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import lab.database.Database;
import lab.measure.CpuWatch;
import lab.measure.Measured;
import lab.measure.Median;
import lab.measure.Millis;
import lab.measure.Ratio;
import lab.measure.Require;
import lab.measure.Steps;
import lab.measure.Sweep;
import lab.measure.Sweep.Line;
import lab.measure.Sweep.Point;
import lab.measure.Text;
import lab.measure.Turns;

/**
 * One statement on a new connection against one on a connection from a pool, with the database at
 * several distances (C106).
 *
 * @param all in the order in which they were measured
 * @param caveats why the numbers deserve less trust
 */
public record Distances(List<Distance> all, List<String> caveats) implements Measured {

    private static final Duration BUDGET = Duration.ofSeconds(2);
    private static final int BORROWS = 50;
    private static final String NONE = "distances must not be empty; try ofMillis(0), ofMillis(10)";

    /**
     * One distance.
     *
     * @param roundTrip how far away the database is
     * @param unpooled connect, one statement, close; the median
     * @param pooled borrow, one statement, return; the median
     * @param borrow the borrow alone, from a pool with an idle connection; the median
     * @param ratio unpooled over pooled
     */
    public record Distance(
            Duration roundTrip, Duration unpooled, Duration pooled, Duration borrow, Ratio ratio) {}

    public Distances {
        all = List.copyOf(all);
        caveats = List.copyOf(caveats);
        Require.that(!all.isEmpty(), NONE);
    }

    /** Measures both alternating, at each distance for at most about two seconds. */
    public static Distances to(Database server, Duration... roundTrips)
            throws IOException, InterruptedException, SQLException {
        Require.given(server, "server", "Database.server()");
        Require.allGiven(roundTrips, "round trip", "ofMillis(10)");
        Require.that(roundTrips.length > 0, NONE);
        var all = new ArrayList<Distance>();
        var watch = CpuWatch.start();
        try (var steps = Steps.of(roundTrips.length, BUDGET)) {
            for (var roundTrip : roundTrips) {
                steps.next(Text.of(Millis.of(roundTrip)) + " ms away");
                all.add(measured(roundTrip, server.behind(roundTrip)));
            }
        }
        return new Distances(all, watch.use().caveats());
    }

    private static Distance measured(Duration roundTrip, Database wired)
            throws InterruptedException, SQLException {
        var config = new HikariConfig();
        config.setPoolName("distance");
        config.setMaximumPoolSize(1);
        try (var pool = wired.pool(config)) {
            var unpooled = wired.source();
            var race =
                    Turns.of("new connection", () -> select(unpooled))
                            .and("from a pool", () -> select(pool))
                            .within(BUDGET);
            return new Distance(
                    roundTrip,
                    race.first().median(),
                    race.second().median(),
                    borrow(pool),
                    race.ratio());
        }
    }

    /** Too short for {@link Turns}: a borrow takes about a microsecond. */
    private static Duration borrow(DataSource pool) throws SQLException {
        var times = new ArrayList<Duration>();
        for (int i = 0; i < BORROWS; i++) {
            long start = System.nanoTime();
            try (var borrowed = pool.getConnection()) {
                times.add(Duration.ofNanos(System.nanoTime() - start));
            }
        }
        return Median.of(times);
    }

    private static void select(DataSource source) throws SQLException {
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("select 1");
        }
    }

    /** The one of this distance. */
    public Distance at(Duration roundTrip) {
        return Require.known(roundTrip, "distance of", all, Distance::roundTrip);
    }

    @Override
    public Sweep shape() {
        return new Sweep(
                        "One statement, with and without a pool",
                        "round trip, ms",
                        "ms",
                        List.of(
                                line("new connection", Distance::unpooled),
                                line("from a pool", Distance::pooled)))
                .asProportional();
    }

    private Line line(String name, Function<Distance, Duration> of) {
        return new Line(
                name,
                all.stream()
                        .map(one -> new Point(Millis.of(one.roundTrip()), Millis.of(of.apply(one))))
                        .toList());
    }

    /** The first and the last distance; the others are in the table. */
    @Override
    public String finding() {
        return Stream.of(all.getFirst(), all.getLast())
                .distinct()
                .map(Distances::inWords)
                .collect(Collectors.joining("; "));
    }

    private static String inWords(Distance one) {
        return "%s ms away: %s new, %s pooled (the borrow alone %s), %s"
                .formatted(
                        Text.of(Millis.of(one.roundTrip())),
                        Text.of(one.unpooled()),
                        Text.of(one.pooled()),
                        Text.of(one.borrow()),
                        one.ratio());
    }

    @Override
    public String toString() {
        return finding();
    }
}
