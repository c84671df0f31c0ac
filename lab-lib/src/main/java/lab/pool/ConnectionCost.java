package lab.pool;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import lab.database.Database;
import lab.measure.Comparison;
import lab.measure.Comparison.Bar;
import lab.measure.Measured;
import lab.measure.Median;
import lab.measure.Require;
import lab.measure.Table;
import lab.measure.Task;
import lab.measure.Text;

/**
 * What a new connection is made of, counted in round trips (C106, C107): the counts depend on the
 * protocol alone, the times on the distance.
 *
 * @param database the database and how far away it is
 * @param steps in the order in which they happen
 */
public record ConnectionCost(String database, List<Step> steps) implements Measured {

    static final String OPENING = "opening it, until logged in";
    static final String STATEMENT = "another statement";

    private static final int TIMES = 5;

    /**
     * One step.
     *
     * @param name what happens
     * @param roundTrips how often the client sends something and waits for the reply
     * @param time how long it took, the median of several connections
     */
    public record Step(String name, long roundTrips, Duration time) {}

    public ConnectionCost {
        steps = List.copyOf(steps);
    }

    /**
     * Opens some connections through the database's wire, one by one, and uses each of them twice.
     */
    public static ConnectionCost of(Database wired) throws Exception {
        Require.given(wired, "database", "Database.server().behind(ofMillis(10))");
        Require.that(
                wired.isWired(),
                "database must be behind a wire, which counts; try db.behind(ofMillis(10))");
        // Once without measuring: the first connection of a program does more than the others.
        try (var first = wired.connect()) {
            first.isValid(1);
            wired.roundTripsWhenQuiet();
            var all = new ArrayList<List<Step>>();
            for (int i = 0; i < TIMES; i++) {
                all.add(new Opening(wired).steps());
            }
            return new ConnectionCost(wired.toString(), medians(all));
        }
    }

    private static List<Step> medians(List<List<Step>> all) {
        var steps = new ArrayList<Step>();
        for (int i = 0; i < all.getFirst().size(); i++) {
            int step = i;
            var times = all.stream().map(one -> one.get(step).time()).toList();
            var first = all.getFirst().get(step);
            steps.add(new Step(first.name(), first.roundTrips(), Median.of(times)));
        }
        return steps;
    }

    /** Round trips until a new connection is ready, TCP's handshake included. */
    public long roundTripsToConnect() {
        return roundTripsOf(OPENING);
    }

    /** Round trips of one more statement on a connection that is open. */
    public long roundTripsOfStatement() {
        return roundTripsOf(STATEMENT);
    }

    private long roundTripsOf(String name) {
        return Require.known(name, "step", steps, Step::name).roundTrips();
    }

    @Override
    public Comparison shape() {
        return new Comparison(
                "What it takes to connect to %s".formatted(database),
                "round trips",
                steps.stream().map(step -> Bar.exact(step.name(), step.roundTrips())).toList());
    }

    @Override
    public Optional<Table> table() {
        return Optional.of(
                new Table(
                        List.of("step", "round trips", "time"),
                        steps.stream()
                                .map(
                                        step ->
                                                List.of(
                                                        step.name(),
                                                        "" + step.roundTrips(),
                                                        Text.of(step.time())))
                                .toList()));
    }

    @Override
    public String finding() {
        return "%d round trips until the connection is ready, then %d for each statement (%s)"
                .formatted(
                        roundTripsToConnect(),
                        roundTripsOfStatement(),
                        steps.stream()
                                .map(step -> step.name() + " " + Text.of(step.time()))
                                .collect(Collectors.joining(", ")));
    }

    @Override
    public String toString() {
        return finding();
    }

    /** One connection, step by step. */
    private static final class Opening {

        private static final String SQL = "select 1";

        private final Database wired;
        private final List<Step> steps = new ArrayList<>();
        private Connection connection;

        Opening(Database wired) {
            this.wired = wired;
        }

        List<Step> steps() throws Exception {
            step(OPENING, () -> connection = wired.connect());
            try (var open = connection) {
                step("first statement", this::query);
                step(STATEMENT, this::query);
                step("closing it", open::close);
            }
            return steps;
        }

        private void query() throws SQLException {
            try (var statement = connection.prepareStatement(SQL)) {
                statement.execute();
            }
        }

        private void step(String name, Task task) throws Exception {
            long trips = trips();
            long start = System.nanoTime();
            task.run();
            var time = Duration.ofNanos(System.nanoTime() - start);
            steps.add(new Step(name, trips() - trips, time));
        }

        /** A wire counts requests and replies; TCP's own handshake comes before them. */
        private long trips() {
            return wired.roundTrips() + wired.connections();
        }
    }
}
