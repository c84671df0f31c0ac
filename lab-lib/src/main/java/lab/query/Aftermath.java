package lab.query;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lab.database.Database;
import lab.measure.Comparison;
import lab.measure.Comparison.Bar;
import lab.measure.Measured;
import lab.measure.Require;

/**
 * What is left behind when transfers fail half-way.
 *
 * @param all one for each way of transferring
 */
public record Aftermath(List<Traces> all) implements Measured {

    /** How many transfers succeed, and how many fail half-way. */
    private static final int TRIES = 3;

    private static final int FROM = 1;
    private static final int TO = 2;
    private static final int MISSING = 99;
    private static final int AMOUNT = 100;

    /**
     * What one way of transferring left behind.
     *
     * @param name the way
     * @param done transfers that left both entries
     * @param halves failed transfers that left one entry
     * @param lost connections that were not returned to the pool
     * @param silent failed transfers that threw no exception
     */
    public record Traces(String name, long done, long halves, int lost, int silent) {}

    public Aftermath {
        all = List.copyOf(all);
    }

    /** What one way leaves behind, which is tried now in a database of its own. */
    public static Aftermath of(String name, Transfer transfer) throws Exception {
        return new Aftermath(List.of()).and(name, transfer);
    }

    /** And what one more way leaves behind. */
    public Aftermath and(String name, Transfer transfer) throws Exception {
        Require.given(transfer, "transfer", "(pool, from, to, amount) -> …");
        var more = new ArrayList<>(all);
        more.add(traces(name, transfer));
        return new Aftermath(more);
    }

    private static Traces traces(String name, Transfer transfer) throws Exception {
        try (var database = books()) {
            var pool = database.pool(sixConnections());
            int silent = 0;
            for (int i = 0; i < TRIES; i++) {
                transfer.make(pool, FROM, TO, AMOUNT);
                silent += fails(transfer, pool) ? 0 : 1;
            }
            long done = count(database, TO, AMOUNT);
            return new Traces(name, done, halves(database), lost(pool), silent);
        }
    }

    private static Database books() throws SQLException {
        return Database.apart()
                .run(
                        "create table accounts (id int primary key)",
                        "insert into accounts values (%d), (%d)".formatted(FROM, TO),
                        "create table entries (account int references accounts, amount int)");
    }

    /** Even if every connection is lost, the last transfer still finds one. */
    private static HikariConfig sixConnections() {
        var config = new HikariConfig();
        config.setMaximumPoolSize(2 * TRIES);
        config.setConnectionTimeout(1_000);
        return config;
    }

    private static boolean fails(Transfer transfer, HikariDataSource pool) throws Exception {
        try {
            transfer.make(pool, FROM, MISSING, AMOUNT);
            return false;
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception expected) {
            return true;
        }
    }

    private static long halves(Database database) throws SQLException {
        return Math.abs(count(database, FROM, -AMOUNT) - count(database, TO, AMOUNT));
    }

    private static long count(Database database, int account, int amount) throws SQLException {
        try (var connection = database.connect();
                var ask =
                        connection.prepareStatement(
                                "select count(*) from entries where account = ? and amount = ?")) {
            ask.setInt(1, account);
            ask.setInt(2, amount);
            try (var found = ask.executeQuery()) {
                found.next();
                return found.getLong(1);
            }
        }
    }

    private static int lost(HikariDataSource pool) {
        return pool.getHikariPoolMXBean().getActiveConnections();
    }

    @Override
    public Comparison shape() {
        return new Comparison(
                "Left behind by %d transfers that failed half-way".formatted(TRIES),
                "how many",
                all.stream().flatMap(Aftermath::bars).toList());
    }

    private static Stream<Bar> bars(Traces one) {
        return Stream.of(
                Bar.exact(one.name() + ": halves kept", one.halves()),
                Bar.exact(one.name() + ": connections lost", one.lost()));
    }

    @Override
    public String finding() {
        return all.stream()
                .map(
                        one ->
                                "%s: %d half transfers kept, %d connections lost"
                                        .formatted(one.name(), one.halves(), one.lost()))
                .collect(Collectors.joining("; "));
    }

    @Override
    public String toString() {
        return finding();
    }
}
