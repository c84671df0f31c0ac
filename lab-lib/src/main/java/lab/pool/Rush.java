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
import lab.measure.Steps;
import lab.measure.Text;

/**
 * Many tasks, each of which needs one connection of the same pool (C81): all at once, or never more
 * than a limit at a time.
 *
 * @param limit how many tasks ran at once
 * @param tasks how many there were
 * @param served how many had a connection and used it
 * @param failed all others: no connection in time, an error, or not ended when the rush was stopped
 * @param time until the last one ended, or the rush was stopped
 * @param error the first failure in HikariCP's own words
 */
public record Rush(
        int limit, int tasks, long served, long failed, Duration time, Optional<String> error) {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /**
     * Tasks that wait for their start.
     *
     * @param patience after this time the tasks that have not ended are stopped
     */
    public record Crowd(HikariDataSource pool, int tasks, Use use, Duration patience) {

        /** Starts all of them at the same moment. */
        public Rush unbounded() throws InterruptedException {
            return atMost(tasks);
        }

        /** Starts the next one only when fewer than this many run. */
        public Rush atMost(int limit) throws InterruptedException {
            Require.within(limit, "limit", 1, tasks, "as many as the pool has connections");
            return new Run(this, limit).run();
        }
    }

    /**
     * Tasks for a pool.
     *
     * @param tasks 1 to 100,000
     */
    public static Crowd of(HikariDataSource pool, int tasks, Use use) {
        Require.within(tasks, "tasks", 1, 100_000, "200");
        Require.given(use, "use", "connection -> …");
        return new Crowd(Pools.open(pool), tasks, use, PATIENCE);
    }

    /** How many tasks were served in a second. */
    public double perSecond() {
        return served * 1e9 / Math.max(1, time.toNanos());
    }

    private static final class Run {

        private final Crowd crowd;
        private final int limit;
        private final Semaphore room;
        private final LongAdder served = new LongAdder();
        private final AtomicReference<String> error = new AtomicReference<>();
        private final long start = System.nanoTime();

        Run(Crowd crowd, int limit) {
            this.crowd = crowd;
            this.limit = limit;
            this.room = new Semaphore(limit);
        }

        Rush run() throws InterruptedException {
            ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
            try (var steps = Steps.one(shownName(), Duration.ZERO)) {
                for (int i = 0; i < crowd.tasks() && isRoomInTime(); i++) {
                    threads.execute(this::task);
                }
                threads.shutdown();
                boolean ended = threads.awaitTermination(nanosLeft(), TimeUnit.NANOSECONDS);
                // Now, because tasks that are stopped could still count.
                return rush(served.sum(), ended);
            } finally {
                threads.shutdownNow();
            }
        }

        private Rush rush(long served, boolean ended) {
            if (!ended) {
                error.compareAndSet(null, "stopped after %s".formatted(Text.of(crowd.patience())));
            }
            return new Rush(
                    limit,
                    crowd.tasks(),
                    served,
                    crowd.tasks() - served,
                    Duration.ofNanos(System.nanoTime() - start),
                    Optional.ofNullable(error.get()));
        }

        private String shownName() {
            return "%,d tasks, %s".formatted(crowd.tasks(), nameOf(limit, crowd.tasks()));
        }

        private boolean isRoomInTime() throws InterruptedException {
            return room.tryAcquire(nanosLeft(), TimeUnit.NANOSECONDS);
        }

        private long nanosLeft() {
            return Math.max(0, start + crowd.patience().toNanos() - System.nanoTime());
        }

        private void task() {
            try (var connection = crowd.pool().getConnection()) {
                crowd.use().with(connection);
                served.increment();
            } catch (Exception e) {
                error.compareAndSet(null, String.valueOf(e.getMessage()));
            } finally {
                room.release();
            }
        }
    }

    /** Such as "unbounded" or "at most 10". */
    String name() {
        return nameOf(limit, tasks);
    }

    private static String nameOf(int limit, int tasks) {
        return limit == tasks ? "unbounded" : "at most %,d".formatted(limit);
    }
}
