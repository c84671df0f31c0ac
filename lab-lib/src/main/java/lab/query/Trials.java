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
import lab.measure.Pace;
import lab.query.WaysCompared.Trial;

/** Tries all ways on one database after the other; every way on a connection from a pool. */
final class Trials {

    private static final int FEWEST_ROUNDS = 6;
    private static final int MOST_ROUNDS = 25;
    private static final Duration BUDGET = Duration.ofSeconds(2);

    private final SequencedMap<String, Asking> ways;
    private final List<Trial> all = new ArrayList<>();

    Trials(SequencedMap<String, Asking> ways) {
        this.ways = ways;
    }

    List<Trial> all() {
        return all;
    }

    void on(Database database) throws Exception {
        var config = new HikariConfig();
        config.setPoolName("ways");
        config.setMaximumPoolSize(1);
        try (var pool = database.pool(config);
                var connection = pool.getConnection()) {
            requireSame(connection);
            var counts = counts(database);
            var times = times(connection);
            ways.sequencedKeySet()
                    .forEach(
                            way ->
                                    all.add(
                                            new Trial(
                                                    database.toString(),
                                                    way,
                                                    counts.get(way).statements(),
                                                    counts.get(way).roundTrips(),
                                                    times.get(way))));
        }
    }

    private void requireSame(Connection connection) throws Exception {
        Object expected = null;
        for (var way : ways.sequencedEntrySet()) {
            var found = way.getValue().of(connection);
            if (expected != null && !expected.equals(found)) {
                throw new IllegalStateException(
                        "\"%s\" finds something else than \"%s\": compare what they return"
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

    private SequencedMap<String, List<Double>> times(Connection connection) throws Exception {
        var times = new LinkedHashMap<String, List<Double>>();
        ways.keySet().forEach(way -> times.put(way, new ArrayList<>()));
        long end = System.nanoTime() + Pace.of(BUDGET, Duration.ofSeconds(1)).toNanos();
        for (int round = 0; round < MOST_ROUNDS; round++) {
            if (round >= FEWEST_ROUNDS && System.nanoTime() > end) {
                break;
            }
            for (var way : ways.sequencedEntrySet()) {
                times.get(way.getKey()).add(time(connection, way.getValue()));
            }
        }
        return times;
    }

    private static double time(Connection connection, Asking asking) throws Exception {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        long start = System.nanoTime();
        asking.of(connection);
        return Math.max(1, System.nanoTime() - start);
    }
}
