package lab.threads;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import lab.load.Model;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BacklogTest {

    private ThreadPoolExecutor pool;

    private ThreadPoolExecutor pool(int size) {
        pool = new ThreadPoolExecutor(size, size, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
        return pool;
    }

    @AfterEach
    void close() {
        if (pool != null) {
            pool.shutdownNow();
        }
    }

    @Test
    void aPoolThatIsTooSmallBuildsAQueue() throws Exception {
        var small = Backlog.of(pool(2), new Model.Open(100), ofSeconds(3), () -> Thread.sleep(40));

        assertThat(small.most(Backlog.Reading::queued)).isGreaterThan(20);
        assertThat(small.waited().max()).isGreaterThan(ofMillis(200));
        assertThat(small.load().failed()).isZero();
        assertThat(small.finding()).startsWith("2 threads, open loop, 100 requests a second: ");
    }

    @Test
    void aPoolThatIsLargeEnoughBuildsNone() throws Exception {
        var large = Backlog.of(pool(16), new Model.Open(50), ofSeconds(3), () -> Thread.sleep(20));

        // A machine that stops for a moment queues a few tasks, but only for that moment.
        assertThat(large.readings())
                .filteredOn(reading -> reading.queued() > 5)
                .hasSizeLessThan(large.readings().size() / 4);
        assertThat(large.busy()).isBetween(0.9, 1.8);
    }

    @Test
    void theListenerSeesTheFigureGrow() throws Exception {
        var seen = new AtomicInteger();
        var backlog =
                Backlog.watched(
                        pool(2),
                        new Model.Closed(1),
                        ofSeconds(3),
                        () -> Thread.sleep(5),
                        figure -> seen.incrementAndGet());

        assertThat(seen.get()).isGreaterThan(10);
        assertThat(backlog.shape().tracks().getFirst().samples()).hasSameSizeAs(backlog.readings());
    }

    @Test
    void aTaskThatFailsIsCountedAsFailed() throws Exception {
        var broken =
                Backlog.of(
                        pool(2),
                        new Model.Open(20),
                        ofSeconds(1),
                        () -> {
                            throw new IllegalStateException("boo");
                        });

        assertThat(broken.load().failed()).isPositive();
        assertThat(broken.load().answered()).isZero();
        assertThat(broken.finding()).contains(" failed (", "boo");
    }

    @Test
    void theThreadsAreThoseThatThePoolHadAndNotItsMaximum() throws Exception {
        pool = new ThreadPoolExecutor(2, 10, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
        var backlog = Backlog.of(pool, new Model.Open(100), ofSeconds(1), () -> Thread.sleep(30));

        assertThat(backlog.threads()).isEqualTo(2);
        assertThat(backlog.busy()).isBetween(1.0, 2.0);
    }

    @Test
    void aPoolThatIsShutDownIsNoPoolWithoutAQueue() throws Exception {
        var closed = pool(2);
        closed.shutdown();

        assertThat(
                        Backlog.of(closed, new Model.Open(20), ofSeconds(1), () -> Thread.sleep(5))
                                .finding())
                .contains("no task began", "RejectedExecutionException");
    }

    @Test
    void wrongArgumentsAreNamed() {
        assertThatThrownBy(() -> Backlog.of(null, new Model.Open(20), ofSeconds(1), () -> {}))
                .hasMessageContaining("pool");
        assertThatThrownBy(() -> Backlog.of(pool(1), new Model.Open(20), ofSeconds(100), () -> {}))
                .hasMessageContaining("time");
    }
}
