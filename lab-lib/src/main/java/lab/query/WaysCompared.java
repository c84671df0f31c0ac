package lab.query;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import lab.database.Database;
import lab.measure.Dots;
import lab.measure.Dots.Row;
import lab.measure.Measured;
import lab.measure.Median;
import lab.measure.Millis;
import lab.measure.Ratio;
import lab.measure.Require;
import lab.measure.Table;
import lab.measure.Text;
import lab.measure.Turns;

/**
 * What several ways to ask for the same cost, near and far (C112).
 *
 * @param all by database, then by way
 * @param caveats why the numbers deserve less trust
 */
public record WaysCompared(List<Trial> all, List<String> caveats) implements Measured {

    /**
     * One way on one database.
     *
     * @param database the database and how far away it is
     * @param way the name of the way
     * @param statements how many statements it takes
     * @param roundTrips how many round trips it takes, where a wire counts them
     * @param nanos what it took in each round of the measurement
     */
    public record Trial(
            String database,
            String way,
            long statements,
            OptionalLong roundTrips,
            List<Double> nanos) {

        public Trial {
            nanos = List.copyOf(nanos);
        }

        /** Half of the rounds took no longer. */
        public Duration median() {
            return Median.ofNanos(nanos);
        }
    }

    public WaysCompared {
        all = List.copyOf(all);
        caveats = List.copyOf(caveats);
    }

    /** The databases in the order in which they were asked: "H2 server, 1 ms away". */
    public List<String> databases() {
        return all.stream().map(Trial::database).distinct().toList();
    }

    /** The ways in the order in which they were named. */
    public List<String> ways() {
        return all.stream().map(Trial::way).distinct().toList();
    }

    /** A way on this database. */
    public Trial trial(Database database, String way) {
        return trial(database.toString(), way);
    }

    /** A way on the database of this name. */
    public Trial trial(String database, String way) {
        Require.known(database, "database", databases(), name -> name);
        var there = all.stream().filter(one -> one.database().equals(database)).toList();
        return Require.known(way, "way", there, Trial::way);
    }

    /** How many times as long one way takes as another on this database. */
    public Ratio ratio(Database database, String way, String other) {
        return ratio(database.toString(), way, other);
    }

    /** How many times as long one way takes as another on the database of this name. */
    public Ratio ratio(String database, String way, String other) {
        return Ratio.of(
                trial(database, way).nanos(),
                trial(database, other).nanos(),
                Turns.doubt(ways().size()));
    }

    @Override
    public Dots shape() {
        var rows = databases().stream().map(database -> new Row(database, times(database)));
        return new Dots(
                "The same answer, asked for in several ways", "ms, median", ways(), rows.toList());
    }

    private List<Double> times(String database) {
        return ways().stream().map(way -> Millis.of(trial(database, way).median())).toList();
    }

    @Override
    public Optional<Table> table() {
        return Optional.of(
                new Table(
                        List.of("database", "way", "statements", "round trips", "median"),
                        all.stream().map(WaysCompared::row).toList()));
    }

    private static List<String> row(Trial one) {
        return List.of(
                one.database(),
                one.way(),
                "%,d".formatted(one.statements()),
                trips(one),
                Text.of(one.median()));
    }

    private static String trips(Trial one) {
        return one.roundTrips().isPresent()
                ? "%,d".formatted(one.roundTrips().getAsLong())
                : "not counted";
    }

    /** What each way costs on the farthest database; the others are in the table. */
    @Override
    public String finding() {
        var last = databases().getLast();
        return ways().stream()
                .map(way -> inWords(trial(last, way)))
                .collect(Collectors.joining("; ", last + ": ", ""));
    }

    private static String inWords(Trial one) {
        var trips =
                one.roundTrips().isPresent()
                        ? ", " + count(one.roundTrips().getAsLong(), "round trip")
                        : "";
        return "%s %s%s, %s"
                .formatted(
                        one.way(),
                        count(one.statements(), "statement"),
                        trips,
                        Text.of(one.median()));
    }

    private static String count(long count, String what) {
        return "%,d %s%s".formatted(count, what, count == 1 ? "" : "s");
    }

    @Override
    public String toString() {
        return finding();
    }
}
