package lab.threads;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import lab.measure.Measured;
import lab.threads.Backlog.Reading;

/** Reads the state of a pool in a thread of its own until it is closed. */
final class BacklogReader implements AutoCloseable {

    private static final Duration EVERY = Duration.ofMillis(20);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int ENOUGH = 3_600;

    private final ThreadPoolExecutor pool;
    private final Consumer<? super Measured> listener;
    private final List<Reading> readings = new CopyOnWriteArrayList<>();
    private final long start = System.nanoTime();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;

    BacklogReader(ThreadPoolExecutor pool, Consumer<? super Measured> listener) {
        this.pool = pool;
        this.listener = listener;
        thread = Thread.ofPlatform().daemon().name("backlog").start(this::read);
    }

    List<Reading> readings() {
        return readings;
    }

    private void read() {
        try {
            do {
                readings.add(
                        new Reading(
                                Duration.ofNanos(System.nanoTime() - start),
                                pool.getActiveCount(),
                                pool.getQueue().size()));
                listener.accept(
                        Measured.of(Backlog.shape(pool.getMaximumPoolSize(), readings), ""));
            } while (readings.size() < ENOUGH
                    && !closed.await(EVERY.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException unexpected) {
            Thread.currentThread().interrupt();
        }
    }

    /** Lets the last reading end: an interrupt could break what its listener writes to. */
    @Override
    public void close() {
        closed.countDown();
        try {
            thread.join(PATIENCE);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
