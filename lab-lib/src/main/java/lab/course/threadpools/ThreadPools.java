package lab.course.threadpools;

import java.util.concurrent.Executor;
import lab.exercise.Lesson;
import lab.measure.Costs;
import lab.measure.Race;
import lab.threads.Concurrency;
import lab.threads.Hogs;
import lab.threads.PoolSizes;

/**
 * Notebook 03: what a thread costs, how many are enough, and what a pool does with too many tasks.
 */
public final class ThreadPools {

    private ThreadPools() {}

    public static Lesson lesson() {
        return Lesson.of("03")
                .claim("C25", Concurrency.class, ThreadPoolsClaims::hiddenPool)
                .claim("C27", Hogs.class, ThreadPoolsClaims::oneBlocksAll)
                .claim("C70", Costs.class, ThreadPoolsClaims::newWorker)
                .claim("C71", PoolSizes.class, ThreadPoolsClaims::asManyAsCpus)
                .claim("C72", PoolSizes.class, ThreadPoolsClaims::noUseForWaiting)
                .claim("C73", PoolSizes.class, ThreadPoolsClaims::threadsForWaiting)
                .claim("C74", Race.class, ThreadPoolsClaims::sharing)
                .exercise("03.1", Integer.class, MixedLoad::check)
                .exercise("03.2", Executor.class, BoundedPool::check)
                .why("03.3");
    }
}
