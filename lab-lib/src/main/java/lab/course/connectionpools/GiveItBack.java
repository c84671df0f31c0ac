package lab.course.connectionpools;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import lab.database.Database;
import lab.exercise.Verdict;
import lab.pool.Booking;
import lab.pool.Use;

/** Exercise 05.2: a transaction that returns its connection, whatever happens. */
final class GiveItBack {

    private static final int TRIES = 4;
    private static final Use INSERT =
            connection -> connection.createStatement().execute("insert into booked values (1)");

    private GiveItBack() {}

    /** Thrown by a booking that fails half-way. */
    private static final class Refused extends Exception {}

    static Verdict check(Booking booking) throws Exception {
        try (var database = Database.apart();
                var connection = database.connect()) {
            connection.createStatement().execute("create table booked (id int)");
            var config = new HikariConfig();
            config.setMaximumPoolSize(2);
            config.setConnectionTimeout(500);
            return judge(booking, database.pool(config));
        }
    }

    private static Verdict judge(Booking booking, HikariDataSource pool) throws Exception {
        int silent = 0;
        try {
            for (int i = 0; i < TRIES; i++) {
                booking.book(pool, INSERT);
                silent += failsHalfWay(booking, pool) ? 0 : 1;
            }
        } catch (SQLTransientConnectionException noneLeft) {
            return leaked(pool);
        }
        return pool.getHikariPoolMXBean().getActiveConnections() > 0
                ? leaked(pool)
                : rows(pool, silent);
    }

    /** Whether the caller received an exception, of any type. */
    private static boolean failsHalfWay(Booking booking, HikariDataSource pool) throws Exception {
        try {
            booking.book(
                    pool,
                    connection -> {
                        INSERT.with(connection);
                        throw new Refused();
                    });
            return false;
        } catch (SQLTransientConnectionException | InterruptedException e) {
            throw e;
        } catch (Exception expected) {
            return true;
        }
    }

    private static Verdict leaked(HikariDataSource pool) {
        return new Verdict.Wrong(
                "%d of %d connections were not returned."
                        .formatted(
                                pool.getHikariPoolMXBean().getActiveConnections(),
                                pool.getMaximumPoolSize()),
                "What happens to the connection when the work throws?");
    }

    private static Verdict rows(HikariDataSource pool, int silent) throws SQLException {
        try (var connection = pool.getConnection();
                var found =
                        connection.createStatement().executeQuery("select count(*) from booked")) {
            found.next();
            int rows = found.getInt(1);
            if (rows < TRIES) {
                return new Verdict.Wrong(
                        "Only %d of %d bookings were kept.".formatted(rows, TRIES),
                        "Where is the commit?");
            }
            if (rows > TRIES) {
                return new Verdict.Wrong(
                        "Half of a booking that failed was kept.",
                        "Look at setAutoCommit: when does a transaction begin?");
            }
        }
        return silent == 0
                ? new Verdict.Passed("All or nothing, and every connection was returned.")
                : new Verdict.Wrong(
                        "%d bookings failed, and the caller received no exception."
                                .formatted(silent),
                        "After the rollback, rethrow what you caught.");
    }
}
