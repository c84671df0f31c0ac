package lab.database;

import static java.time.Duration.ofMillis;
import static lab.database.DatabaseTest.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.zaxxer.hikari.HikariConfig;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import lab.dataset.Shop;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Runs on a real PostgreSQL; skipped with a message if its programs are not installed. */
@Timeout(120)
class PostgresTest {

    private static TemporaryPostgres postgres;

    @BeforeAll
    static void start() throws Exception {
        var programs = TemporaryPostgres.programs();
        if (programs.isEmpty()) {
            System.err.println(
                    "SKIPPED: PostgresTest needs PostgreSQL's programs: "
                            + TemporaryPostgres.WAY_IN);
        }
        assumeTrue(programs.isPresent(), "no PostgreSQL here: " + TemporaryPostgres.WAY_IN);
        postgres = TemporaryPostgres.start(programs.get());
    }

    @AfterAll
    static void stop() throws Exception {
        if (postgres != null) {
            postgres.close();
        }
    }

    private static Database open() throws SQLException {
        return Database.at(PostgresEngine.open(Address.of(postgres.environment())));
    }

    /** Reads the database as its owner. */
    private static Connection owner() throws SQLException {
        return DriverManager.getConnection(
                postgres.environment().get(Address.URL),
                TemporaryPostgres.USER,
                TemporaryPostgres.PASSWORD);
    }

    private static long labTables() throws SQLException {
        try (var owner = owner()) {
            return number(
                    owner,
                    "select count(*) from pg_tables where schemaname = '%s'"
                            .formatted(OwnSchema.NAME));
        }
    }

    private static long labSchemas() throws SQLException {
        try (var owner = owner()) {
            return number(
                    owner,
                    "select count(*) from pg_namespace where nspname like '%s%%'"
                            .formatted(OwnSchema.NAME));
        }
    }

    @Test
    void tablesAreInTheLabsOwnSchemaAndAreDroppedAtTheEnd() throws Exception {
        try (var database = open().fill(Shop.small());
                var connection = database.connect()) {
            assertThat(number(connection, "select count(*) from orders")).isEqualTo(1_000);
            assertThat(labTables()).isEqualTo(3);
        }

        assertThat(labSchemas()).isZero();
    }

    @Test
    void aClosedDatabaseCanBeReopenedAtOnce() throws Exception {
        for (int i = 0; i < 30; i++) {
            open().close();
        }

        assertThat(labSchemas()).isZero();
    }

    @Test
    void theWireCountsEveryRoundTrip() throws Exception {
        try (var database = open()) {
            var wired = database.behind(ofMillis(0));
            try (var connection = wired.connect();
                    var statement = connection.prepareStatement("select 1")) {
                statement.execute();
                long before = wired.roundTrips();
                for (int i = 0; i < 10; i++) {
                    statement.execute();
                }

                assertThat(wired.roundTrips() - before).isEqualTo(10);
                assertThat(wired.connections()).isEqualTo(1);
            }
        }
    }

    @Test
    void hikariPoolsItsConnections() throws Exception {
        try (var database = open()) {
            var config = new HikariConfig();
            config.setMaximumPoolSize(2);
            try (var pool = database.behind(ofMillis(0)).pool(config);
                    var connection = pool.getConnection()) {
                assertThat(number(connection, "select 42")).isEqualTo(42);
                connection.createStatement().execute(database.nap(ofMillis(1)));
            }
        }
    }

    @Test
    void aSchemaThatDoesNotBelongToTheLabIsNotChanged() throws Exception {
        try (var owner = owner();
                var statement = owner.createStatement()) {
            statement.execute("create schema latency_lab");
            statement.execute("create table latency_lab.precious (id int)");
            try {
                assertThatThrownBy(PostgresTest::open)
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("a schema latency_lab that the lab did not make")
                        .hasMessageContaining("another database");
                assertThat(labTables()).isEqualTo(1);
            } finally {
                statement.execute("drop schema latency_lab cascade");
            }
        }
    }

    @Test
    void theSchemaOfAnEndedSessionIsReplaced() throws Exception {
        try (var owner = owner();
                var statement = owner.createStatement()) {
            OwnSchema.create(owner);
            statement.execute("create table latency_lab.orders (id int)");
        }

        try (var database = open().fill(Shop.small(), "orders")) {
            assertThat(labTables()).isEqualTo(1);
            assertThat(database.toString()).startsWith("PostgreSQL at 127.0.0.1:");
        }
    }

    @Test
    void eachSessionHasASchemaOfItsOwn() throws Exception {
        try (var first = open().fill(Shop.small(), "orders");
                var second = open().fill(Shop.small(), "users");
                var connection = second.connect()) {
            assertThat(labSchemas()).isEqualTo(2);
            assertThat(number(connection, "select count(*) from users")).isEqualTo(100);
            assertThatThrownBy(() -> number(connection, "select count(*) from orders"))
                    .hasMessageContaining("does not exist");
            assertThat(first).asString().doesNotContain(TemporaryPostgres.USER);
        }

        assertThat(labSchemas()).isZero();
    }

    @Test
    void aDatabaseThatDoesNotExistIsNamed() {
        var address = postgres.environment().get(Address.URL).replaceAll("/\\w+$", "/shop");

        assertThatThrownBy(() -> PostgresEngine.open(Address.of(with(Address.URL, address))))
                .hasMessageContaining("has no database \"shop\" (SQLSTATE 3D000)")
                .hasMessageContaining(Address.URL);
    }

    @Test
    void neitherARejectedPasswordNorItsUserIsShown() {
        var wrong = with(Address.PASSWORD, "guessed-wrong");

        assertThatThrownBy(() -> PostgresEngine.open(Address.of(wrong)))
                .isInstanceOf(SQLException.class)
                .hasNoCause()
                .hasMessageContaining("refused the user or the password")
                .hasMessageNotContaining("guessed-wrong")
                .hasMessageNotContaining(TemporaryPostgres.USER);
    }

    private static Map<String, String> with(String name, String value) {
        var changed = new HashMap<>(postgres.environment());
        changed.put(name, value);
        return changed;
    }
}
