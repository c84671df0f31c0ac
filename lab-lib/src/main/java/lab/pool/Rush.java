package lab.pool;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import lab.measure.Require;

/**
 * Many tasks, each of which wants one connection of the same pool (C81): all at once, or never more
 * than a limit at a time.
 *
 * @param limit how many tasks were under way at once
 * @param tasks how many there were
 * @param served how many had a connection
 * @param failed how many had none in time
 * @param time until the last was done or refused
 * @param error the first failure in HikariCP's own words
 */
public record Rush(
        int limit, int tasks, long served, long failed, Duration time, Optional<String> error) {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Tasks that wait for their start. */
    public record Crowd(HikariDataSource pool, int tasks, Use use) {

        /** Starts all of them at the same moment. */
        public Rush unbounded() throws InterruptedException {
            return atMost(tasks);
        }

        /** Starts the next one only when fewer than this many are under way. */
        public Rush atMost(int limit) throws InterruptedException {
            Require.that(
                    limit >= 1 && limit <= tasks,
                    "limit must be 1 to %,d, was %d; try as many as the pool has connections",
                    tasks,
                    limit);
            return new Race(this, limit).run();
        }
    }

    /**
     * So many tasks for a pool.
     *
     * @param tasks 1 to 100,000
     */
    public static Crowd of(HikariDataSource pool, int tasks, Use use) {
        Require.that(
                tasks >= 1 && tasks <= 100_000,
                "tasks must be 1 to 100,000, was %,d; try 200",
                tasks);
        Require.given(use, "use", "connection -> …");
        return new Crowd(Pools.open(pool), tasks, use);
    }

    private static final class Race {

        private final Crowd crowd;
        private final int limit;
        private final Semaphore room;
        private final LongAdder served = new LongAdder();
        private final LongAdder failed = new LongAdder();
        private final AtomicReference<String> error = new AtomicReference<>();

        Race(Crowd crowd, int limit) {
            this.crowd = crowd;
            this.limit = limit;
            this.room = new Semaphore(limit);
        }

        Rush run() throws InterruptedException {
            long start = System.nanoTime();
            ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
            try {
                for (int i = 0; i < crowd.tasks(); i++) {
                    room.acquire();
                    threads.execute(this::task);
                }
                threads.shutdown();
                threads.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            } finally {
                threads.shutdownNow();
            }
            return new Rush(
                    limit,
                    crowd.tasks(),
                    served.sum(),
                    failed.sum(),
                    Duration.ofNanos(System.nanoTime() - start),
                    Optional.ofNullable(error.get()));
        }

        private void task() {
            try (var connection = crowd.pool().getConnection()) {
                crowd.use().with(connection);
                served.increment();
            } catch (Exception e) {
                error.compareAndSet(null, String.valueOf(e.getMessage()));
                failed.increment();
            } finally {
                room.release();
            }
        }
    }

    /** Such as "unbounded" or "at most 10". */
    String name() {
        return limit == tasks ? "unbounded" : "at most %,d".formatted(limit);
    }
}
