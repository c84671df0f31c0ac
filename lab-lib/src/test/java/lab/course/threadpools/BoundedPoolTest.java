package lab.course.threadpools;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionHandler;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import lab.exercise.Verdict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BoundedPoolTest {

    private static final RejectedExecutionHandler CALLER =
            new ThreadPoolExecutor.CallerRunsPolicy();

    private ThreadPoolExecutor opened;

    private ThreadPoolExecutor pool(
            int core, int most, BlockingQueue<Runnable> queue, RejectedExecutionHandler policy) {
        opened = new ThreadPoolExecutor(core, most, 1, SECONDS, queue, policy);
        return opened;
    }

    @AfterEach
    void close() {
        if (opened != null) {
            opened.shutdownNow();
        }
    }

    private static void passes(Executor pool) throws InterruptedException {
        assertThat(BoundedPool.check(pool)).isInstanceOf(Verdict.Passed.class);
    }

    private static void fails(Executor pool, String why) throws InterruptedException {
        assertThat(BoundedPool.check(pool)).isInstanceOf(Verdict.Wrong.class);
        assertThat(BoundedPool.check(pool).text()).contains(why);
    }

    @Test
    void eitherKindOfBoundedQueuePassesAndAgain() throws Exception {
        passes(pool(8, 8, new ArrayBlockingQueue<>(20), CALLER));
        passes(opened);
        passes(pool(8, 8, new LinkedBlockingQueue<>(20), CALLER));
    }

    @Test
    void aHandlerOfOnesOwnThatRunsTheTaskPasses() throws Exception {
        passes(pool(8, 8, new ArrayBlockingQueue<>(20), (task, pool) -> task.run()));
    }

    @Test
    void aCoreThatTimesOutPasses() throws Exception {
        var pool = pool(8, 8, new ArrayBlockingQueue<>(20), CALLER);
        pool.allowCoreThreadTimeOut(true);

        passes(pool);
    }

    @Test
    void anExecutorOfOnesOwnWithASemaphorePasses() throws Exception {
        try (var threads = Executors.newFixedThreadPool(8)) {
            var places = new Semaphore(28);
            passes(
                    task -> {
                        if (places.tryAcquire()) {
                            threads.execute(
                                    () -> {
                                        try {
                                            task.run();
                                        } finally {
                                            places.release();
                                        }
                                    });
                        } else {
                            task.run();
                        }
                    });
        }
    }

    @Test
    void aSmallCoreIsNamed() throws Exception {
        fails(pool(2, 8, new ArrayBlockingQueue<>(20), CALLER), "only 2 ran at once");
    }

    @Test
    void aPolicyThatRefusesIsNamed() throws Exception {
        fails(
                pool(8, 8, new ArrayBlockingQueue<>(20), new ThreadPoolExecutor.AbortPolicy()),
                "refused the task that found no place");
    }

    @Test
    void aPolicyThatDropsAndAQueueThatIsTooLongAreNamed() throws Exception {
        fails(
                pool(8, 8, new ArrayBlockingQueue<>(20), new ThreadPoolExecutor.DiscardPolicy()),
                "accepted or dropped");
        fails(pool(8, 8, new ArrayBlockingQueue<>(21), CALLER), "accepted or dropped");
    }

    @Test
    void aQueueThatIsTooShortIsNamed() throws Exception {
        fails(pool(8, 8, new ArrayBlockingQueue<>(19), CALLER), "waiting 20 tasks itself");
    }

    @Test
    void aPoolThatIsShutDownIsNamed() throws Exception {
        var closed = pool(8, 8, new ArrayBlockingQueue<>(20), CALLER);
        closed.shutdown();

        fails(closed, "was shut down");
    }
}
