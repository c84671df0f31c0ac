package lab.threads;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionHandler;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class OverloadTest {

    private static final RejectedExecutionHandler ABORT = new ThreadPoolExecutor.AbortPolicy();

    private static ThreadPoolExecutor pool(
            int core, int most, BlockingQueue<Runnable> queue, RejectedExecutionHandler policy) {
        return new ThreadPoolExecutor(core, most, 1, SECONDS, queue, policy);
    }

    private static Overload.Run of(ThreadPoolExecutor pool, int tasks) throws Exception {
        return Overload.of("it", pool, tasks, () -> Thread.sleep(50)).run("it");
    }

    @Test
    void anUnboundedQueueKeepsThePoolAtItsCoreSize() throws Exception {
        var run = of(pool(2, 10, new LinkedBlockingQueue<>(), ABORT), 20);

        assertThat(run.threads()).isEqualTo(2);
        assertThat(run.queue()).isGreaterThanOrEqualTo(16);
        assertThat(run.done()).isEqualTo(20);
    }

    @Test
    void aBoundedQueueFillsBeforeThePoolGrowsAndThenItRefuses() throws Exception {
        var run = of(pool(2, 10, new ArrayBlockingQueue<>(5), ABORT), 20);

        assertThat(run.threads()).isEqualTo(10);
        assertThat(run.refused()).isEqualTo(5);
        assertThat(run.done()).isEqualTo(15);
    }

    @Test
    void withoutAQueueThePoolGrowsAtOnce() throws Exception {
        var run = of(pool(0, 10, new SynchronousQueue<>(), ABORT), 20);

        assertThat(run.threads()).isEqualTo(10);
        assertThat(run.refused()).isEqualTo(10);
    }

    @Test
    void theCallerDoesWhatThePoolCannotTake() throws Exception {
        var callerRuns = new ThreadPoolExecutor.CallerRunsPolicy();
        var run = of(pool(2, 2, new ArrayBlockingQueue<>(2), callerRuns), 12);

        assertThat(run.byCaller()).isBetween(2, 10);
        assertThat(run.done()).isEqualTo(12);
        assertThat(run.refused() + run.lost()).isZero();
    }

    @Test
    void aDiscardedTaskLeavesAFutureThatNeverEnds() throws Exception {
        var discard = new ThreadPoolExecutor.DiscardPolicy();
        var run = of(pool(2, 2, new ArrayBlockingQueue<>(2), discard), 12);

        assertThat(run.lost()).isEqualTo(8);
        assertThat(run.done()).isEqualTo(4);
    }

    @Test
    void theFigureColoursByWhatBecameOfTheTasks() throws Exception {
        var two = pool(2, 2, new ArrayBlockingQueue<>(2), ABORT);
        var overload = Overload.of("abort", two, 12, () -> Thread.sleep(20));

        assertThat(overload.shape().bars())
                .extracting(bar -> bar.kind() + " " + (int) bar.value())
                .containsExactly("done 4", "refused 8");
        assertThat(overload.threads().finding()).isEqualTo("abort: 2 threads");
        assertThat(overload.finding()).startsWith("abort: 2 threads, 4 done in ");
    }

    @Test
    void aTaskThatFailsIsNotCalledLost() {
        assertThatThrownBy(
                        () ->
                                Overload.of(
                                        "broken",
                                        pool(1, 1, new LinkedBlockingQueue<>(), ABORT),
                                        2,
                                        () -> {
                                            throw new IllegalArgumentException("boo");
                                        }))
                .hasMessageContaining("\"broken\": a task failed")
                .hasMessageContaining("boo");
    }

    @Test
    void aPoolThatIsShutDownIsRefusedWithTheWayOut() {
        var closed = pool(1, 1, new LinkedBlockingQueue<>(), ABORT);
        closed.shutdown();

        assertThatThrownBy(() -> Overload.of("closed", closed, 2, () -> {}))
                .hasMessageContaining("create it in the same cell");
    }
}
