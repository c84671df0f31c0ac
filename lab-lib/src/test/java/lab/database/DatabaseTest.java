package lab.database;

import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import lab.dataset.Shop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class DatabaseTest {

    @Test
    void theServerListensOnlyOnLoopback() throws Exception {
        try (var engine = H2Engine.listening()) {
            var address = engine.address().orElseThrow();

            assertThat(address.getAddress().isLoopbackAddress()).isTrue();
            new Socket(address.getAddress(), address.getPort()).close();
            for (var outside : outsideAddresses()) {
                assertThatThrownBy(() -> new Socket(outside, address.getPort()).close())
                        .isInstanceOf(ConnectException.class);
            }
        }
    }

    private static Iterable<InetAddress> outsideAddresses() throws Exception {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                .toList();
    }

    @Test
    void theServerRequiresAPassword() throws Exception {
        try (var server = Database.at(H2Engine.listening());
                var connection = server.connect()) {
            var url = connection.getMetaData().getURL();

            assertThatThrownBy(() -> DriverManager.getConnection(url, "lab", "guessed"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("Wrong user name or password");
        }
    }

    @Test
    void embeddedAndServerModeAcceptTheSameSql() throws Exception {
        try (var embedded = Database.at(H2Engine.embedded());
                var server = Database.at(H2Engine.listening())) {
            for (var database : new Database[] {embedded, server, server.behind(ofMillis(0))}) {
                try (var connection = database.connect()) {
                    assertThat(number(connection, "select 6 * 7")).isEqualTo(42);
                }
            }
        }
    }

    @Test
    void everyRoundTripThroughTheWireIsCounted() throws Exception {
        try (var server = Database.at(H2Engine.listening())) {
            var near = server.behind(ofMillis(0));
            try (var connection = near.connect();
                    var statement = connection.prepareStatement("select 1")) {
                statement.execute();
                long before = near.roundTrips();
                for (int i = 0; i < 10; i++) {
                    statement.execute();
                }

                assertThat(near.connections()).isEqualTo(1);
                assertThat(near.roundTrips() - before).isEqualTo(10);
            }
        }
    }

    @Test
    void openingAServerAgainClosesThePreviousOneAndItsPools() throws Exception {
        var before = Database.server();
        var pool = before.pool(2);
        var wired = before.behind(ofMillis(1)).pool(2);

        try (var now = Database.server()) {
            assertThat(pool.isClosed()).isTrue();
            assertThat(wired.isClosed()).isTrue();
            assertThatThrownBy(before::connect).isInstanceOf(SQLException.class);
            now.connect().close();
        }
    }

    @Test
    void aPoolReplacesThePreviousPoolOfTheSameName() throws Exception {
        try (var database = Database.at(H2Engine.embedded())) {
            var config = new HikariConfig();
            config.setMaximumPoolSize(2);
            var first = database.pool(config);
            var second = database.pool(config);

            assertThat(first.isClosed()).isTrue();
            assertThat(second.isClosed()).isFalse();
            assertThat(config.getDataSource()).isNull();
            assertThat(second.getPoolName()).isEqualTo("lab");
        }
    }

    @Test
    void aPoolOfSizeZeroIsRejectedByTheLabAndByHikari() throws Exception {
        try (var database = Database.at(H2Engine.embedded())) {
            assertThatThrownBy(() -> database.pool(0))
                    .hasMessage("pool size must be 1 to 100, was 0; try db.pool(10)");
            assertThatThrownBy(() -> new HikariConfig().setMaximumPoolSize(0))
                    .hasMessageContaining("maxPoolSize cannot be less than 1");
        }
    }

    @Test
    void aClosedPoolReportsThatItIsClosed() throws Exception {
        try (var database = Database.at(H2Engine.embedded())) {
            HikariDataSource pool = database.pool(1);
            pool.close();

            assertThatThrownBy(pool::getConnection).hasMessageContaining("has been closed");
        }
    }

    @Test
    void theEmbeddedDatabaseHasNoWire() throws Exception {
        try (var database = Database.at(H2Engine.embedded())) {
            assertThatThrownBy(() -> database.behind(ofMillis(1)))
                    .hasMessageContaining("no network")
                    .hasMessageContaining("Database.server()");
            assertThatThrownBy(database::roundTrips).hasMessageContaining("db.behind(ofMillis(0))");
        }
    }

    @Test
    void aNegativeDelayIsRejected() throws Exception {
        try (var server = Database.at(H2Engine.listening())) {
            assertThatThrownBy(() -> server.behind(ofMillis(-1)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("round trip must be 0 to 10 seconds, was PT-0.001S");
        }
    }

    @Test
    void theShopFillsTablesAndRefillsThem() throws Exception {
        try (var database = Database.at(H2Engine.embedded())) {
            database.fill(Shop.small()).fill(Shop.small(), "orders");

            try (var connection = database.connect()) {
                assertThat(number(connection, "select count(*) from users")).isEqualTo(100);
                assertThat(number(connection, "select count(*) from orders")).isEqualTo(1_000);
                assertThat(number(connection, "select count(*) from orders where user_id = 7"))
                        .isEqualTo(10);
                assertThat(number(connection, "select count(distinct order_id) from items"))
                        .isEqualTo(1_000);
            }
        }
    }

    @Test
    void noTextShowsThePassword() throws Exception {
        try (var server = Database.at(H2Engine.listening())) {
            assertThat(server).hasToString("H2 server");
            assertThat(server.behind(ofMillis(10))).hasToString("H2 server, 10 ms away");
        }
    }

    static long number(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            result.next();
            return result.getLong(1);
        }
    }
}
