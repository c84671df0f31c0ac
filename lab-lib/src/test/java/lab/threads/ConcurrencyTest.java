package lab.threads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ConcurrencyTest {

    @Test
    void aPoolRunsAsManyTasksAtOnceAsItHasThreads() throws Exception {
        var four = new CyclicBarrier(4);
        try (var pool = Executors.newFixedThreadPool(4)) {
            var run =
                    Concurrency.of("four", pool, 8, () -> four.await(10, TimeUnit.SECONDS))
                            .run("four");

            assertThat(run.most()).isEqualTo(4);
            assertThat(run.done()).isEqualTo(8);
        }
    }

    @Test
    void virtualThreadsRunAllAtOnce() throws Exception {
        var all = new CyclicBarrier(200);
        try (var virtual = Executors.newVirtualThreadPerTaskExecutor()) {
            var run =
                    Concurrency.of("virtual", virtual, 200, () -> all.await(10, TimeUnit.SECONDS))
                            .run("virtual");

            assertThat(run.most()).isEqualTo(200);
        }
    }

    @Test
    void aTaskThatFailsIsNamedWithItsExecutor() {
        assertThatThrownBy(
                        () ->
                                Concurrency.of(
                                        "direct",
                                        Runnable::run,
                                        3,
                                        () -> {
                                            throw new IllegalArgumentException("boo");
                                        }))
                .hasMessageContaining("\"direct\": a task failed")
                .hasMessageContaining("boo");
    }

    @Test
    void anExecutorThatRefusesSaysSo() {
        assertThatThrownBy(
                        () ->
                                Concurrency.of(
                                        "closed",
                                        task -> {
                                            throw new RejectedExecutionException("full");
                                        },
                                        3,
                                        () -> {}))
                .isInstanceOf(RejectedExecutionException.class);
    }

    @Test
    void theFindingNamesEachExecutor() throws Exception {
        var both =
                Concurrency.of("a", Runnable::run, 3, () -> {})
                        .and("b", Runnable::run, 2, () -> {});

        assertThat(both.finding())
                .contains("a: at most 1 of 3 in progress at once")
                .contains("b: at most 1 of 2 in progress at once");
        assertThat(both.table().orElseThrow().rows()).hasSize(2);
        assertThatThrownBy(() -> both.run("c")).hasMessageContaining("a").hasMessageContaining("b");
    }

    @Test
    void wrongArgumentsAreNamed() {
        assertThatThrownBy(() -> Concurrency.of("a", Runnable::run, 0, () -> {}))
                .hasMessageContaining("tasks");
        assertThatThrownBy(() -> Concurrency.of("a", null, 1, () -> {}))
                .hasMessageContaining("executor");
    }
}
