package lab.course.queries;

import static java.util.stream.Collectors.joining;
import static lab.exercise.Verdict.wrong;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import lab.database.Database;
import lab.database.TappedConnections;
import lab.exercise.Verdict;
import lab.measure.CauseChain;
import lab.query.Transfer;

/** Exercise 06.3: a transfer that leaves nothing behind when it fails half-way. */
final class BothOrNeither {

    private static final int FROM = 1;
    private static final int TO = 2;
    private static final int CLOSED = 7; // exists, so that a look-up finds it
    private static final int MISSING = 99;
    private static final int AMOUNT = 100;
    private static final SQLException CONFLICT = new SQLException("the commit failed", "40001");
    private static final SQLException BROKEN =
            new SQLException("the connection is broken", "08006");
    private static final RuntimeException BUG = new IllegalStateException("a bug in the driver");

    private static final List<Exception> FAILURES = List.of(CONFLICT, BROKEN, BUG);

    private final Transfer transfer;
    private final Database database;
    private final HikariDataSource pool;

    private BothOrNeither(Transfer transfer, Database database) throws SQLException {
        this.transfer = transfer;
        this.database = database;
        this.pool = database.pool(fourConnections());
    }

    static Verdict check(Transfer transfer) throws Exception {
        try (var database = books()) {
            return new BothOrNeither(transfer, database).verdict();
        }
    }

    private static Database books() throws SQLException {
        return Database.apart()
                .run(
                        "create table accounts (id int primary key)",
                        "insert into accounts values (%d), (%d), (%d)".formatted(FROM, TO, CLOSED),
                        "create table entries (account int references accounts, amount int)",
                        "alter table entries add check (account <> %d)".formatted(CLOSED));
    }

    private static HikariConfig fourConnections() {
        var config = new HikariConfig();
        config.setMaximumPoolSize(4);
        config.setConnectionTimeout(1_000);
        return config;
    }

    private Verdict verdict() throws Exception {
        boolean isSeenHalf = isSeenHalf();
        var fault = faultOfSuccess().or(() -> isSeenHalf ? half() : Optional.empty());
        for (var trial : trials()) {
            if (fault.isEmpty()) {
                fault = faultIn(trial);
            }
        }
        return fault.orElse(
                new Verdict.Passed(
                        "Both or neither, however it failed, and every connection was returned. (If"
                            + " you do not roll back, HikariCP does it when the connection comes"
                            + " back; not every pool does.)"));
    }

    /**
     * A transfer that cannot succeed.
     *
     * @param which completes "a transfer …"
     */
    private record Trial(String which, DataSource pool, int from, int to) {

        /** An answer that looks the accounts up first has a reason of its own. */
        boolean isFoundByLookUp() {
            return from == MISSING || to == MISSING;
        }
    }

    private List<Trial> trials() {
        return List.of(
                new Trial("to an account that does not exist", pool, FROM, MISSING),
                new Trial("from an account that does not exist", pool, MISSING, TO),
                new Trial("to an account that is closed", pool, FROM, CLOSED),
                new Trial("from an account that is closed", pool, CLOSED, TO),
                new Trial("with a failing commit", failing(0, CONFLICT), FROM, TO),
                new Trial("with a failing second commit", failing(1, CONFLICT), FROM, TO),
                new Trial("whose connection breaks in the commit", failing(0, BROKEN), FROM, TO),
                new Trial("with a bug in the commit", failing(0, BUG), FROM, TO));
    }

    /** A broken connection cannot roll back either. */
    private DataSource failing(int commitsBefore, Exception failure) {
        var commits = new AtomicInteger();
        return TappedConnections.failing(
                pool,
                method -> {
                    boolean fails =
                            method.equals("commit")
                                    ? commits.getAndIncrement() == commitsBefore
                                    : method.equals("rollback") && failure == BROKEN;
                    return fails ? Optional.of(failure) : Optional.empty();
                });
    }

    /** Whether another connection sees one of two entries while a transfer runs that succeeds. */
    private boolean isSeenHalf() throws Exception {
        var seen = new ArrayList<Integer>();
        var watched = TappedConnections.watched(pool, () -> seen.add(entries().size()));
        transfer.make(watched, FROM, TO, AMOUNT);
        return seen.contains(1);
    }

    private static Optional<Verdict> half() {
        return wrong(
                "After the first entry, another connection saw half of the transfer.",
                "Where does the one transaction begin? A second statement that undoes the first is"
                        + " no transaction.");
    }

    private Optional<Verdict> faultOfSuccess() throws SQLException {
        if (isLeaked()) {
            return Optional.of(leaked("that succeeded", "Which line returns it in this case?"));
        }
        var entries = entries();
        if (entries.isEmpty()) {
            return wrong(
                    "A transfer ended without an exception and left no entry.",
                    "Where is the commit?");
        }
        return entries.equals(both())
                ? Optional.empty()
                : wrong(
                        "A transfer of %d from account %d to %d left the entries %s."
                                .formatted(AMOUNT, FROM, TO, text(entries)),
                        "Which account pays which? Two entries are enough.");
    }

    private Optional<Verdict> faultIn(Trial trial) throws Exception {
        database.run("delete from entries");
        var thrown = thrown(trial);
        return isLeaked()
                ? Optional.of(
                        leaked(trial.which(), "Which line returns it when a line before throws?"))
                : traces(trial, thrown);
    }

    /** An answer that needs no commit may succeed where a commit would have failed. */
    private Optional<Verdict> traces(Trial trial, Optional<Exception> thrown) throws SQLException {
        var entries = entries();
        if (thrown.isEmpty()) {
            return entries.equals(both())
                    ? Optional.empty()
                    : wrong(
                            "A transfer %s left %s, and the caller received no exception."
                                    .formatted(trial.which(), text(entries)),
                            "After the rollback, rethrow what you caught.");
        }
        if (!entries.isEmpty()) {
            return wrong(
                    "A transfer %s left %s.".formatted(trial.which(), text(entries)),
                    "Where does the one transaction begin, and what ends it when it fails?");
        }
        return trial.isFoundByLookUp() || hasReason(thrown.get())
                ? Optional.empty()
                : wrong(
                        "After a transfer %s the caller received %s, which hides the reason."
                                .formatted(trial.which(), thrown.get()),
                        "Rethrow what you caught, or pass it on as the cause. A closed connection"
                                + " cannot roll back.");
    }

    private Optional<Exception> thrown(Trial trial) throws InterruptedException {
        try {
            transfer.make(trial.pool(), trial.from(), trial.to(), AMOUNT);
            return Optional.empty();
        } catch (InterruptedException stopped) {
            throw stopped;
        } catch (Exception thrown) {
            return Optional.of(thrown);
        }
    }

    private static boolean hasReason(Exception thrown) {
        return CauseChain.of(thrown).anyMatch(each -> FAILURES.contains(each) || isRefusal(each));
    }

    /** Class 23 of the SQL states: the database refused an entry. */
    private static boolean isRefusal(Throwable thrown) {
        return thrown instanceof SQLException refused
                && String.valueOf(refused.getSQLState()).startsWith("23");
    }

    private boolean isLeaked() {
        return pool.getHikariPoolMXBean().getActiveConnections() > 0;
    }

    private static Verdict leaked(String which, String nudge) {
        return new Verdict.Wrong(
                "The connection of a transfer %s was not returned to the pool.".formatted(which),
                nudge);
    }

    private static List<String> both() {
        return List.of(entry(FROM, -AMOUNT), entry(TO, AMOUNT));
    }

    private static String entry(int account, int amount) {
        return "account %d: %d".formatted(account, amount);
    }

    private List<String> entries() throws SQLException {
        try (var connection = database.connect();
                var ask = connection.createStatement();
                var found = ask.executeQuery("select * from entries order by account, amount")) {
            var entries = new ArrayList<String>();
            while (found.next()) {
                entries.add(entry(found.getInt(1), found.getInt(2)));
            }
            return entries;
        }
    }

    private static String text(List<String> entries) {
        return entries.isEmpty() ? "no entry" : entries.stream().collect(joining(", ", "(", ")"));
    }
}
