package lab.threads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BulkheadTest {

    @Test
    void slowTasksTakeTheThreadsOfASharedPoolButNotThoseOfAnother() throws Exception {
        var shared = Executors.newFixedThreadPool(8);
        var six = Executors.newFixedThreadPool(6);
        var two = Executors.newFixedThreadPool(2);
        try {
            var bulkhead = Bulkhead.of("shared", shared, shared).and("apart", six, two);

            assertThat(bulkhead.run("shared").late()).isGreaterThan(30);
            assertThat(bulkhead.run("apart").late()).isLessThan(bulkhead.run("shared").late() / 3);
            assertThat(bulkhead.run("apart").orders().answered()).isEqualTo(300);
            assertThat(bulkhead.finding()).contains("apart: ", "quick tasks took longer than");
            assertThat(bulkhead.shape().latencies()).containsOnlyKeys("shared", "apart");
        } finally {
            // Closing would wait for the slow tasks in the queue of the small pool.
            List.of(shared, six, two).forEach(ExecutorService::shutdownNow);
        }
    }

    @Test
    void tasksThatAreRefusedCountAsLate() throws Exception {
        try (var refusing =
                        new ThreadPoolExecutor(
                                1, 1, 1, TimeUnit.SECONDS, new SynchronousQueue<>());
                var reports = Executors.newVirtualThreadPerTaskExecutor()) {
            var run = Bulkhead.of("refusing", refusing, reports);

            var orders = run.run("refusing").orders();
            assertThat(run.run("refusing").late()).isGreaterThanOrEqualTo(orders.failed());
            assertThat(orders.failed()).isPositive();
            assertThat(run.finding()).contains("of 300 quick tasks", "failed (");
        }
    }

    @Test
    void wrongArgumentsAreNamed() {
        assertThatThrownBy(() -> Bulkhead.of("a", null, null)).hasMessageContaining("orders");
    }
}
