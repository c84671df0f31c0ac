package lab.query;

import com.zaxxer.hikari.HikariConfig;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalLong;
import java.util.SequencedMap;
import lab.database.Database;
import lab.measure.CpuWatch;
import lab.measure.Race;
import lab.measure.Task;
import lab.measure.Turns;
import lab.query.WaysCompared.Trial;

/** Tries all ways on one database after the other, each on a connection from a pool. */
final class Trials {

    static final Duration BUDGET = Duration.ofSeconds(2);

    private final SequencedMap<String, Asking> ways;
    private final List<Trial> all = new ArrayList<>();
    private final CpuWatch watch = CpuWatch.start();

    Trials(SequencedMap<String, Asking> ways) {
        this.ways = ways;
    }

    WaysCompared compared() {
        return new WaysCompared(all, watch.use().caveats());
    }

    void on(Database database) throws Exception {
        var config = new HikariConfig();
        config.setPoolName("ways");
        config.setMaximumPoolSize(1);
        try (var pool = database.pool(config);
                var connection = pool.getConnection()) {
            requireSame(connection);
            var counts = counts(database);
            var race = race(connection);
            counts.forEach((way, count) -> all.add(trial(database, way, count, race)));
        }
    }

    private static Trial trial(Database database, String way, Count count, Race race) {
        return new Trial(
                database.toString(),
                way,
                count.statements(),
                count.roundTrips(),
                race.laps(way).rounds());
    }

    private void requireSame(Connection connection) throws Exception {
        Object expected = null;
        for (var way : ways.sequencedEntrySet()) {
            var found = way.getValue().of(connection);
            if (expected != null && !expected.equals(found)) {
                throw new IllegalStateException(
                        "\"%s\" and \"%s\" return different results: compare what they return"
                                .formatted(way.getKey(), ways.firstEntry().getKey()));
            }
            expected = found;
        }
    }

    /** What one round of a way takes, exactly. */
    private record Count(long statements, OptionalLong roundTrips) {}

    private SequencedMap<String, Count> counts(Database database) throws Exception {
        var counts = new LinkedHashMap<String, Count>();
        var log = QueryLog.slowerThan(Duration.ofSeconds(1));
        // A connection of its own: a statement that the pool sends now and then must not count.
        try (var connection = log.watch(database.source()).getConnection()) {
            for (var way : ways.sequencedEntrySet()) {
                way.getValue().of(connection);
                log.clear();
                long before = database.isWired() ? database.roundTripsWhenQuiet() : 0;
                way.getValue().of(connection);
                counts.put(
                        way.getKey(),
                        new Count(
                                log.seen().count(),
                                database.isWired()
                                        ? OptionalLong.of(database.roundTrips() - before)
                                        : OptionalLong.empty()));
            }
        }
        return counts;
    }

    private Race race(Connection connection) throws InterruptedException {
        var tasks = new LinkedHashMap<String, Task>();
        ways.forEach((name, way) -> tasks.put(name, () -> way.of(connection)));
        return Turns.of(tasks).within(BUDGET);
    }
}
