package lab.course.connectionpools;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import lab.database.Database;
import lab.database.TappedConnections;
import lab.exercise.Verdict;
import lab.measure.CauseChain;
import lab.pool.Booking;
import lab.pool.Use;

/** Exercise 05.2: a transaction that returns its connection, whatever happens. */
final class GiveItBack {

    private static final Error BUG = new AssertionError("a bug in the work");
    private static final SQLException NO_COMMIT =
            new SQLException("the connection is broken", "08006");
    private static final String LAST_WORDS = "After the rollback, rethrow what you caught";

    private final Booking booking;
    private final HikariDataSource pool;
    private boolean committedByItself;

    private GiveItBack(Booking booking, HikariDataSource pool) {
        this.booking = booking;
        this.pool = pool;
    }

    /** Thrown by a booking that fails half-way. */
    private static final class Refused extends Exception {}

    static Verdict check(Booking booking) throws Exception {
        try (var database = Database.apart();
                var connection = database.connect()) {
            connection.createStatement().execute("create table booked (id int)");
            var config = new HikariConfig();
            config.setMaximumPoolSize(4);
            config.setConnectionTimeout(500);
            return new GiveItBack(booking, database.pool(config)).verdict();
        }
    }

    private Verdict verdict() throws Exception {
        booking.book(pool, this::insert);
        if (isLeaked()) {
            return leaked("that succeeded", "Which line returns it when nothing is thrown?");
        }
        if (rows() == 0) {
            return new Verdict.Wrong(
                    "A booking that succeeded was not kept.", "Where is the commit?");
        }
        if (rows() > 1) {
            return new Verdict.Wrong(
                    "The work of one booking was done %d times.".formatted(rows()),
                    "Call work.with(connection) once.");
        }
        for (var reason : List.of(new Refused(), new IllegalStateException("sold out"), BUG)) {
            var fault = faultWhenItFails(reason);
            if (fault.isPresent()) {
                return fault.get();
            }
        }
        for (boolean isBroken : List.of(false, true)) {
            var fault = faultWhenTheCommitFails(isBroken);
            if (fault.isPresent()) {
                return fault.get();
            }
        }
        return new Verdict.Passed(
                "All or nothing, and every connection was returned. (If you do not roll back,"
                    + " HikariCP does it when the connection comes back; not every pool does.)");
    }

    /**
     * @param isBroken whether the rollback fails as well
     */
    private Optional<Verdict> faultWhenTheCommitFails(boolean isBroken) throws Exception {
        var failing = isBroken ? Set.of("commit", "rollback") : Set.of("commit");
        var source =
                TappedConnections.failing(
                        pool,
                        method ->
                                failing.contains(method)
                                        ? Optional.of(NO_COMMIT)
                                        : Optional.empty());
        var received = received(source, this::insert);
        if (isLeaked()) {
            return Optional.of(
                    leaked(
                            "whose commit failed" + (isBroken ? ", and the rollback as well," : ""),
                            "Which line returns it when the commit throws, or the rollback?"));
        }
        return received.isEmpty()
                ? Optional.of(
                        new Verdict.Wrong(
                                "The commit of a booking failed, and the caller received no"
                                        + " exception.",
                                LAST_WORDS + "."))
                : unexplained(received.get(), NO_COMMIT);
    }

    private Optional<Verdict> faultWhenItFails(Throwable reason) throws Exception {
        var received =
                received(
                        pool,
                        connection -> {
                            insert(connection);
                            if (reason instanceof Error error) {
                                throw error;
                            }
                            throw (Exception) reason;
                        });
        if (isLeaked()) {
            return Optional.of(leaked("that failed", "What happens to it when the work throws?"));
        }
        if (rows() > 1) {
            return Optional.of(
                    new Verdict.Wrong("Half of a booking that failed was kept.", whyHalf()));
        }
        return received.isEmpty()
                ? Optional.of(
                        new Verdict.Wrong(
                                "A booking failed, and the caller received no exception.",
                                LAST_WORDS + "."))
                : unexplained(received.get(), reason);
    }

    /** What the caller of a booking that fails half-way receives. */
    private Optional<Throwable> received(DataSource source, Use work) throws InterruptedException {
        try {
            booking.book(source, work);
            return Optional.empty();
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception | AssertionError received) {
            return Optional.of(received);
        }
    }

    private void insert(Connection connection) throws SQLException {
        committedByItself = connection.getAutoCommit();
        connection.createStatement().execute("insert into booked values (1)");
    }

    private String whyHalf() {
        return committedByItself
                ? "Look at setAutoCommit: when does a transaction begin?"
                : "Which line commits although the work has thrown?";
    }

    private static Optional<Verdict> unexplained(Throwable received, Throwable reason) {
        return CauseChain.of(received).anyMatch(each -> each == reason)
                ? Optional.empty()
                : Optional.of(
                        new Verdict.Wrong(
                                "The caller received %s, which hides why the booking failed."
                                        .formatted(received),
                                LAST_WORDS + ", or pass it on as the cause."));
    }

    private boolean isLeaked() {
        return pool.getHikariPoolMXBean().getActiveConnections() > 0;
    }

    private static Verdict leaked(String which, String nudge) {
        return new Verdict.Wrong(
                "The connection of a booking %s was not returned.".formatted(which), nudge);
    }

    private int rows() throws SQLException {
        try (var connection = pool.getConnection();
                var found =
                        connection.createStatement().executeQuery("select count(*) from booked")) {
            found.next();
            return found.getInt(1);
        }
    }
}
