package lab.pool;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/**
 * Borrowers that come at the same moment and return nothing until each of them has a connection, or
 * a second is over.
 */
final class Burst {

    /**
     * Far longer than opening the connections takes. HikariCP can decide not to open one more while
     * a borrower is about to take the last idle one. Then a waiting borrower gets nothing until a
     * connection is returned.
     */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final DataSource pool;
    private final CountDownLatch allHaveOne;
    private final int size;

    private Burst(DataSource pool, int size) {
        this.pool = pool;
        this.size = size;
        this.allHaveOne = new CountDownLatch(size);
    }

    /**
     * How long it takes until the last of them has a connection.
     *
     * @throws Exception the first failure: a borrower without a connection has waited for nothing
     */
    static Duration of(DataSource pool, int size) throws Exception {
        return new Burst(pool, size).run();
    }

    private Duration run() throws Exception {
        var threads = Executors.newFixedThreadPool(size);
        try {
            var borrowers = new ExecutorCompletionService<Long>(threads);
            Callable<Long> borrower = this::borrow;
            long start = System.nanoTime();
            for (int i = 0; i < size; i++) {
                borrowers.submit(borrower);
            }
            long last = start;
            for (int i = 0; i < size; i++) {
                last = Math.max(last, borrowers.take().get());
            }
            return Duration.ofNanos(last - start);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof Exception cause ? cause : failed;
        } finally {
            threads.shutdownNow();
        }
    }

    /** The time at which it got its connection. */
    private long borrow() throws SQLException, InterruptedException {
        try (var connection = pool.getConnection()) {
            long has = System.nanoTime();
            allHaveOne.countDown();
            allHaveOne.await(PATIENCE.toNanos(), TimeUnit.NANOSECONDS);
            return has;
        }
    }
}
