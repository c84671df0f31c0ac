package lab.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class BurstTest {

    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();

    @Test
    void aBurstEndsWhenTheLastBorrowerHasItsConnectionAndReturnsAllConnections() throws Exception {
        var time = Burst.of(source(this::connection), 4);

        assertThat(time).isGreaterThanOrEqualTo(Duration.ZERO);
        assertThat(most).hasValue(4);
        assertThat(open).hasValue(0);
    }

    @Test
    void aFailedBorrowerIsNotAMeasuredTime() {
        var calls = new AtomicInteger();
        Callable<Connection> thirdFails =
                () -> {
                    if (calls.incrementAndGet() == 3) {
                        throw new SQLException("connection refused");
                    }
                    return connection();
                };

        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> Burst.of(source(thirdFails), 4))
                .withMessage("connection refused");
    }

    @Test
    void aBorrowerThatThePoolHasForgottenGetsAConnectionThatIsReturned() throws Exception {
        var three = new Semaphore(3);
        Callable<Connection> noFourth =
                () -> {
                    three.acquire();
                    return closing(connection(), three::release);
                };

        assertThat(Burst.of(source(noFourth), 4)).isLessThan(Duration.ofSeconds(20));
        assertThat(open).hasValue(0);
    }

    private static Connection closing(Connection connection, Runnable afterwards) {
        return (Connection)
                Proxy.newProxyInstance(
                        Connection.class.getClassLoader(),
                        new Class<?>[] {Connection.class},
                        (self, method, arguments) -> {
                            connection.close();
                            afterwards.run();
                            return null;
                        });
    }

    private Connection connection() {
        most.accumulateAndGet(open.incrementAndGet(), Math::max);
        return (Connection)
                Proxy.newProxyInstance(
                        Connection.class.getClassLoader(),
                        new Class<?>[] {Connection.class},
                        (self, method, arguments) ->
                                method.getName().equals("close") ? closed() : null);
    }

    private Object closed() {
        open.decrementAndGet();
        return null;
    }

    private static DataSource source(Callable<Connection> connections) {
        return (DataSource)
                Proxy.newProxyInstance(
                        DataSource.class.getClassLoader(),
                        new Class<?>[] {DataSource.class},
                        (self, method, arguments) -> connections.call());
    }
}
