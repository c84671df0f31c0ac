package lab.pool;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import lab.load.Model;
import lab.measure.Pace;
import lab.measure.Require;
import lab.measure.Samples;

/**
 * People who want a connection of a pool, use it and give it back. An open loop brings so many a
 * second whatever happens; a closed one keeps the same few asking.
 */
public final class Borrowers {

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final Duration GRACE = Duration.ofSeconds(15);

    private final HikariDataSource pool;
    private final Consumer<? super Gauge> listener;

    private Borrowers(HikariDataSource pool, Consumer<? super Gauge> listener) {
        this.pool = pool;
        this.listener = listener;
    }

    /** Of this pool, which must be open. */
    public static Borrowers of(HikariDataSource pool) {
        return new Borrowers(Pools.open(pool), gauge -> {});
    }

    /** The same, and somebody hears how the pool is doing 50 times a second. */
    public Borrowers telling(Consumer<? super Gauge> listener) {
        Require.given(listener, "listener", "live(show -> Borrowers.of(pool).telling(show)…)");
        return new Borrowers(pool, listener);
    }

    /**
     * Lets them come for so long; quick mode takes a third. Returns when the last has had his turn
     * or was refused; an interrupt sends all of them home.
     */
    public Borrowing come(Model model, Duration time, Use use) throws InterruptedException {
        Require.given(model, "model", "closed(8)");
        Require.given(time, "time", "ofSeconds(2)");
        Require.given(use, "use", "connection -> …");
        Require.that(
                time.isPositive() && time.compareTo(LONGEST) <= 0,
                "time must be above 0 and at most 1 minute, was %s; try ofSeconds(2)",
                time);
        return new Visit(model, Pace.of(time, SHORTEST), use).run();
    }

    /** One run; its threads end with it. */
    private final class Visit {

        private final Model model;
        private final Duration time;
        private final Use use;
        private final Samples waited = new Samples();
        private final Samples held = new Samples();
        private final Samples response = new Samples();
        private final LongAdder failed = new LongAdder();
        private final AtomicReference<String> error = new AtomicReference<>();
        private long end;

        Visit(Model model, Duration time, Use use) {
            this.model = model;
            this.time = time;
            this.use = use;
        }

        Borrowing run() throws InterruptedException {
            var threads = threads();
            try (var gauge = new GaugeReader(pool, listener)) {
                long start = System.nanoTime();
                end = start + time.toNanos();
                send(threads, start);
                threads.shutdown();
                var patience = GRACE.plusMillis(pool.getConnectionTimeout());
                threads.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS);
                return result(gauge.gauge(), Duration.ofNanos(System.nanoTime() - start));
            } finally {
                threads.shutdownNow();
            }
        }

        /** Virtual threads would compete with the wire's own for the same few carriers. */
        private ExecutorService threads() {
            var factory = Thread.ofPlatform().daemon().name("borrower-", 0).factory();
            return switch (model) {
                case Model.Open open -> Executors.newVirtualThreadPerTaskExecutor();
                case Model.Closed closed -> Executors.newFixedThreadPool(closed.clients(), factory);
            };
        }

        private void send(ExecutorService threads, long start) throws InterruptedException {
            switch (model) {
                case Model.Open open -> {
                    for (long i = 0; i < open.perSecond() * time.toNanos() / 1e9; i++) {
                        long due = start + (long) (i * 1e9 / open.perSecond());
                        waitUntil(due);
                        threads.execute(() -> borrow(due));
                    }
                }
                case Model.Closed closed -> {
                    for (int i = 0; i < closed.clients(); i++) {
                        threads.execute(this::keepBorrowing);
                    }
                }
            }
        }

        private void keepBorrowing() {
            while (System.nanoTime() < end && !Thread.currentThread().isInterrupted()) {
                borrow(System.nanoTime());
            }
        }

        private void borrow(long due) {
            try (var connection = pool.getConnection()) {
                long has = System.nanoTime();
                use.with(connection);
                waited.recordNanos(has - due);
                long done = System.nanoTime();
                held.recordNanos(done - has);
                response.recordNanos(done - due);
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            } catch (Exception e) {
                error.compareAndSet(null, String.valueOf(e.getMessage()));
                failed.increment();
            }
        }

        private Borrowing result(Gauge gauge, Duration took) {
            return new Borrowing(
                    pool.getMaximumPoolSize(),
                    model,
                    took,
                    waited.latency(),
                    held.latency(),
                    response.latency(),
                    failed.sum(),
                    Optional.ofNullable(error.get()),
                    gauge);
        }
    }

    private static void waitUntil(long due) throws InterruptedException {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
    }
}
