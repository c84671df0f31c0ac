package lab.database;

import static java.time.Duration.ofMillis;
import static lab.database.DatabaseTest.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import lab.dataset.Shop;
import lab.pool.ConnectionCost;
import lab.query.Plan;
import lab.query.Ways;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The instruments of the lessons on a real PostgreSQL; skipped if none is installed. */
@Timeout(120)
class PostgresInstrumentsTest {

    @Test
    void theInstrumentsCountTheSameOnPostgresAndH2() throws Exception {
        var programs = TemporaryPostgres.programs();
        assumeTrue(programs.isPresent(), "no PostgreSQL here: " + TemporaryPostgres.WAY_IN);
        try (var postgres = TemporaryPostgres.start(programs.get());
                var database =
                        Database.at(PostgresEngine.open(Address.of(postgres.environment())))) {
            database.fill(Shop.small(), "users", "orders");
            plansTellWhatTheyRead(database);
            connectionsAreRoundTrips(database.behind(ofMillis(0)));
            waysAreCounted(database.behind(ofMillis(0)));
        }
    }

    private static void plansTellWhatTheyRead(Database database) throws Exception {
        String sql = "select id from orders where user_id = 7";
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            var before = Plan.of(connection, sql);
            statement.execute("create index orders_user on orders (user_id)");
            var after = Plan.of(connection, sql);

            assertThat(before.scansTable()).isTrue();
            assertThat(before.rowsRead()).isEqualTo(1_000);
            assertThat(after.scansTable()).isFalse();
            assertThat(after.rowsRead()).isBetween(10L, 20L);
        }
    }

    private static void connectionsAreRoundTrips(Database wired) throws Exception {
        var cost = ConnectionCost.of(wired);

        assertThat(cost.roundTripsToConnect()).isEqualTo(6);
        assertThat(cost.roundTripsOfStatement()).isEqualTo(1);
    }

    private static void waysAreCounted(Database wired) throws Exception {
        var compared =
                Ways.of(
                                "twice",
                                connection ->
                                        number(connection, "select count(*) from users")
                                                + number(connection, "select count(*) from orders"))
                        .and(
                                "once",
                                connection ->
                                        number(
                                                connection,
                                                "select (select count(*) from users)"
                                                        + " + (select count(*) from orders)"))
                        .on(wired);

        assertThat(compared.trial(wired, "twice").roundTrips()).hasValue(2);
        assertThat(compared.trial(wired, "once").roundTrips()).hasValue(1);
    }
}
