package lab.pool;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import lab.database.Database;
import lab.load.Model;
import lab.pool.Gauge.Reading;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(90)
class PoolsTest {

    private Database server;

    private Database server() throws Exception {
        server = Database.server();
        return server;
    }

    @AfterEach
    void close() {
        if (server != null) {
            server.close();
        }
    }

    private Use nap(Duration time) {
        return connection -> execute(connection, server.nap(time));
    }

    private static void execute(Connection connection, String sql) throws Exception {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private HikariDataSource pool(int size, Duration patience) {
        var config = new HikariConfig();
        config.setPoolName("small");
        config.setMaximumPoolSize(size);
        config.setConnectionTimeout(patience.toMillis());
        return server.pool(config);
    }

    @Test
    void connectingTakesManyRoundTripsAndAStatementFew() throws Exception {
        var cost = ConnectionCost.of(server().behind(ofMillis(0)));

        assertThat(cost.roundTripsToConnect()).isEqualTo(5);
        assertThat(cost.roundTripsOfStatement()).isEqualTo(2);
        assertThat(cost.steps().getLast().name()).isEqualTo("closing it");
        assertThat(cost.steps().getLast().roundTrips()).isEqualTo(2);
        assertThat(ConnectionCost.of(server.behind(ofMillis(0))).steps())
                .extracting(ConnectionCost.Step::roundTrips)
                .isEqualTo(cost.steps().stream().map(ConnectionCost.Step::roundTrips).toList());
    }

    @Test
    void aPoolSavesMoreTheFartherAwayTheDatabaseIs() throws Exception {
        var distances = Distances.to(server(), ofMillis(0), ofMillis(5));

        var far = distances.at(ofMillis(5));
        assertThat(far.ratio().value()).isGreaterThan(2);
        assertThat(far.unpooled().minus(far.pooled())).isGreaterThan(ofMillis(20));
        assertThatThrownBy(() -> distances.at(ofMillis(7))).hasMessageContaining("5 ms");
    }

    @Test
    void aSmallPoolServesLessThanOneThatIsLargeEnough() throws Exception {
        var sizing =
                Sizing.sweep(server(), new Model.Open(100), nap(ofMillis(40)))
                        .of(ofSeconds(1), 1, 8);

        assertThat(sizing.at(1).perSecond()).isLessThan(0.5 * sizing.at(8).perSecond());
        assertThat(sizing.at(1).response().p50()).isGreaterThan(sizing.at(8).response().p50());
        assertThat(sizing.knee()).isEqualTo(8);
    }

    @Test
    void aRequestThatWaitsLongerThanTheTimeoutFails() throws Exception {
        server();
        var pool = pool(2, ofMillis(250));

        var borrowing =
                Borrowers.of(pool).come(new Model.Closed(8), ofSeconds(1), nap(ofMillis(300)));

        assertThat(borrowing.failed()).isPositive();
        assertThat(borrowing.error().orElseThrow())
                .startsWith("small - Connection is not available, request timed out after")
                .contains("total=2, active=2, idle=0, waiting=");
        assertThat(borrowing.gauge().most(Reading::active)).isEqualTo(2);
        assertThat(borrowing.gauge().most(Reading::waiting)).isBetween(1, 8);
    }

    @Test
    void aListenerReceivesTheStateOfThePoolWhileItWorks() throws Exception {
        server();
        var heard = new AtomicReference<Gauge>();

        var borrowing =
                Borrowers.of(pool(2, ofSeconds(5)))
                        .telling(heard::set)
                        .come(new Model.Closed(2), ofSeconds(1), nap(ofMillis(20)));

        assertThat(heard.get().readings()).hasSizeGreaterThan(10);
        assertThat(borrowing.gauge().shape().tracks()).hasSize(3);
        assertThat(borrowing.failed()).isZero();
    }

    @Test
    void anUnusedPoolIsWatchedToo() throws Exception {
        server();
        var pool = pool(2, ofSeconds(5));
        Pools.awaitIdle(pool, 2);

        var gauge = Gauge.of(pool, ofMillis(300));

        assertThat(gauge.finding())
                .isEqualTo("it was not used: 2 connections were idle at first, 2 at the end");
        assertThatThrownBy(() -> Gauge.of(pool, ofMillis(-1)))
                .hasMessageContaining("try ofSeconds(5)");
    }

    @Test
    void aThreadThatBorrowsAgainAtOnceOvertakesWaitingThreads() throws Exception {
        server();

        var borrowing =
                Borrowers.of(pool(2, ofSeconds(20)))
                        .come(new Model.Closed(12), ofSeconds(3), nap(ofMillis(20)));

        assertThat(borrowing.failed()).isZero();
        assertThat(borrowing.waited().max())
                .isGreaterThan(borrowing.waited().mean().multipliedBy(3));
    }

    @Test
    void anInterruptStopsEveryBorrower() throws Exception {
        server();
        var pool = pool(1, ofSeconds(5));
        var begun = new CountDownLatch(1);
        var ended = new AtomicReference<Exception>();
        var cell =
                Thread.ofPlatform()
                        .start(
                                () -> {
                                    try {
                                        Borrowers.of(pool)
                                                .come(
                                                        new Model.Closed(4),
                                                        ofSeconds(60),
                                                        connection -> {
                                                            begun.countDown();
                                                            Thread.sleep(60_000);
                                                        });
                                    } catch (Exception e) {
                                        ended.set(e);
                                    }
                                });
        begun.await();
        cell.interrupt();
        cell.join(ofSeconds(10));

        assertThat(ended.get()).isInstanceOf(InterruptedException.class);
        Pools.awaitIdle(pool, 1);
    }

    @Test
    void manyTasksAtOnceTimeOutWhereFewAtATimeSucceed() throws Exception {
        server();
        var crowd = Rush.of(pool(4, ofMillis(250)), 400, nap(ofMillis(5)));

        var rushes = Rushes.of(crowd.unbounded()).and(crowd.atMost(4));

        assertThat(rushes.all().getFirst().failed()).isPositive();
        assertThat(rushes.all().getFirst().error().orElseThrow()).contains("request timed out");
        assertThat(rushes.all().getLast().failed()).isZero();
        assertThat(rushes.all()).allMatch(rush -> rush.served() + rush.failed() == 400);
    }

    @Test
    void aWarmPoolServesTheFirstBurstSooner() throws Exception {
        var first = FirstBorrow.of(server().behind(ofMillis(5)), 4);

        assertThat(first.ratio().value()).isGreaterThan(2);
    }

    @Test
    void wrongArgumentsAreRejectedWithAFix() throws Exception {
        server();
        var pool = pool(1, ofSeconds(1));
        pool.close();

        assertThatThrownBy(() -> Borrowers.of(pool))
                .hasMessage(
                        "pool must be open, \"small\" is closed; run the cell that opens it again");
        assertThatThrownBy(
                        () ->
                                Sizing.sweep(server, new Model.Closed(1), nap(ofMillis(1)))
                                        .of(ofSeconds(1), 0))
                .hasMessage("pool size must be 1 to 64, was 0; try 4");
        assertThatThrownBy(() -> ConnectionCost.of(server)).hasMessageContaining("db.behind");
        assertThatThrownBy(() -> Rush.of(pool(1, ofSeconds(1)), 10, nap(ofMillis(1))).atMost(0))
                .hasMessageContaining("limit must be 1 to 10, was 0");
    }
}
