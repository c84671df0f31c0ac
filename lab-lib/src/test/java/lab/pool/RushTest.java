package lab.pool;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import lab.database.Database;
import lab.pool.Rush.Crowd;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RushTest {

    private static final Use ENDLESS = connection -> new CountDownLatch(1).await();

    @Test
    void tasksThatDoNotEndInTimeCountAsFailed() throws Exception {
        try (var database = Database.apart()) {
            var rush = new Crowd(database.pool(2), 3, ENDLESS, ofMillis(300)).unbounded();

            assertThat(rush.served()).isZero();
            assertThat(rush.failed()).isEqualTo(3);
            assertThat(rush.error()).hasValue("stopped after 300 ms");
        }
    }

    @Test
    void tasksThatDoNotStartInTimeCountAsFailed() throws Exception {
        try (var database = Database.apart()) {
            var rush = new Crowd(database.pool(2), 50, ENDLESS, ofMillis(300)).atMost(2);

            assertThat(rush.served()).isZero();
            assertThat(rush.failed()).isEqualTo(50);
            assertThat(rush.time()).isLessThan(ofSeconds(20));
        }
    }

    @Test
    void tasksThatEndInTimeCountAsServed() throws Exception {
        try (var database = Database.apart()) {
            var rush = Rush.of(database.pool(2), 50, connection -> {}).atMost(2);

            assertThat(rush.served()).isEqualTo(50);
            assertThat(rush.failed()).isZero();
            assertThat(rush.error()).isEmpty();
        }
    }
}
