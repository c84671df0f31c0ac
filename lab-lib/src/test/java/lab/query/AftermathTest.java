package lab.query;

import static org.assertj.core.api.Assertions.assertThat;

import lab.query.Aftermath.Traces;
import org.junit.jupiter.api.Test;

class AftermathTest {

    private static final Transfer CARELESS =
            (pool, from, to, amount) -> {
                var connection = pool.getConnection();
                Transfer.enter(connection, from, -amount);
                Transfer.enter(connection, to, amount);
                connection.close();
            };

    private static final Transfer WITHOUT_A_WAY_OUT =
            (pool, from, to, amount) -> {
                var connection = pool.getConnection();
                connection.setAutoCommit(false);
                Transfer.enter(connection, from, -amount);
                Transfer.enter(connection, to, amount);
                connection.commit();
                connection.close();
            };

    private static final Transfer CAREFUL =
            (pool, from, to, amount) -> {
                try (var connection = pool.getConnection()) {
                    connection.setAutoCommit(false);
                    try {
                        Transfer.enter(connection, from, -amount);
                        Transfer.enter(connection, to, amount);
                        connection.commit();
                    } catch (Exception e) {
                        connection.rollback();
                        throw e;
                    }
                }
            };

    @Test
    void aTransferThatFailsHalfwayLeavesTraces() throws Exception {
        var left =
                Aftermath.of("careless", CARELESS)
                        .and("no way out", WITHOUT_A_WAY_OUT)
                        .and("careful", CAREFUL);

        assertThat(left.all())
                .containsExactly(
                        new Traces("careless", 3, 3, 3, 0),
                        new Traces("no way out", 3, 0, 3, 0),
                        new Traces("careful", 3, 0, 0, 0));
        assertThat(left.finding())
                .contains("careless: 3 half transfers kept, 3 connections lost")
                .contains("careful: 0 half transfers kept, 0 connections lost");
        assertThat(left.shape().bars()).hasSize(6);
    }

    @Test
    void aSwallowedFailureIsNotReported() throws Exception {
        Transfer swallowing =
                (pool, from, to, amount) -> {
                    try {
                        CAREFUL.make(pool, from, to, amount);
                    } catch (Exception e) {
                        // swallowed
                    }
                };

        assertThat(Aftermath.of("silent", swallowing).all())
                .containsExactly(new Traces("silent", 3, 0, 0, 3));
    }
}
