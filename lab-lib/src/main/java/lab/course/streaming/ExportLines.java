package lab.course.streaming;

import static lab.exercise.Verdict.wrong;

import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import lab.database.Database;
import lab.exercise.Verdict;
import lab.stream.Export;

/**
 * Exercise 07.3: rows as lines of JSON, the first one early, and an end that proves that nothing is
 * missing. A view whose rows are computed one by one counts how many the database has delivered.
 */
final class ExportLines {

    private static final int ROWS = 20_000;
    private static final int MORE = 1_000;
    private static final int EARLY = 3_000;
    private static final int SOME = 500;
    private static final int ALL = Integer.MAX_VALUE;

    private final int rows;
    private final Database database;

    private ExportLines(int rows, Database database) {
        this.rows = rows;
        this.database = database;
    }

    static Verdict check(Export export) throws Exception {
        int rows = ROWS + ThreadLocalRandom.current().nextInt(MORE);
        try (var database = Database.apart()) {
            return new ExportLines(rows, database).filled().judged(export);
        }
    }

    private ExportLines filled() throws SQLException {
        database.run(
                // H2 is lazy only with functions that are declared deterministic.
                "create alias delivered deterministic for"
                        + " 'lab.course.streaming.DeliveredRows.count'",
                "create table stored (id int primary key, name varchar)",
                "insert into stored select x - 1, 'name ' || (x - 1) from system_range(1, %d)"
                        .formatted(rows),
                "create view readings as select id, delivered(id, name) as name from stored");
        for (int id = 0; id < ExpectedLines.ODD.size(); id++) {
            rename(id, ExpectedLines.ODD.get(id));
        }
        return this;
    }

    private void rename(int id, String name) throws SQLException {
        try (var connection = database.connect();
                var update =
                        connection.prepareStatement("update stored set name = ? where id = ?")) {
            update.setString(1, name);
            update.setInt(2, id);
            update.executeUpdate();
        }
    }

    private Verdict judged(Export export) throws Exception {
        var wrong = whole(export);
        wrong = wrong.isPresent() ? wrong : broken(export);
        wrong = wrong.isPresent() ? wrong : abandoned(export);
        return wrong.orElseGet(
                () ->
                        new Verdict.Passed(
                                "The first of %,d rows left early, and a broken export can be told"
                                                .formatted(rows)
                                        + " from a whole one."));
    }

    private Optional<Verdict> whole(Export export) throws Exception {
        DeliveredRows.begin(ALL);
        try (var connection = database.connect()) {
            var borrowed = BorrowedConnection.of(connection);
            var client = new LineClient(this::deleteFirst, ALL);
            export.send(connection, client);
            var wrong =
                    new ExpectedLines(rows)
                            .judge(client.lines())
                            .or(() -> early(client.deliveredAtFirstLine()));
            return wrong.isPresent() ? wrong : borrowed.asItWas("Afterwards", rows);
        }
    }

    /** Rows that have been sent may change: an export that counts pages would then miss others. */
    private void deleteFirst() {
        try {
            database.run("delete from stored where id = 0");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Optional<Verdict> early(int delivered) {
        return delivered <= EARLY
                ? Optional.empty()
                : wrong(
                        "When the first line left, the database had delivered %,d of %,d rows."
                                .formatted(Math.min(delivered, rows), rows),
                        "Read through a `Cursor`, without a sort, and write each row when it"
                                + " comes.");
    }

    /** The database fails after some rows. */
    private Optional<Verdict> broken(Export export) throws Exception {
        DeliveredRows.begin(SOME);
        try (var connection = database.connect()) {
            var borrowed = BorrowedConnection.of(connection);
            var client = new LineClient(() -> {}, ALL);
            if (!throwsSomething(export, borrowed, client)) {
                return wrong(
                        "Reading failed after %d rows, and the export ended as if nothing had"
                                        .formatted(SOME)
                                + " happened.",
                        "Let the exception go: then the server breaks the response off, and the"
                                + " client can see it.");
            }
            if (client.lines().stream().anyMatch(ExpectedLines::isEnd)) {
                return wrong(
                        "Reading failed after %d rows, and yet the last line came: %s"
                                .formatted(SOME, client.lines().getLast()),
                        "Write it only after the last row, not in a `finally`.");
            }
            return borrowed.asItWas("After an error of the database", rows);
        } finally {
            DeliveredRows.begin(ALL);
        }
    }

    /** The client leaves after some lines. */
    private Optional<Verdict> abandoned(Export export) throws Exception {
        DeliveredRows.begin(ALL);
        try (var connection = database.connect()) {
            var borrowed = BorrowedConnection.of(connection);
            boolean told = throwsSomething(export, borrowed, new LineClient(() -> {}, SOME));
            int delivered = DeliveredRows.delivered();
            if (!told || delivered > SOME + EARLY) {
                return wrong(
                        "The client left after %d lines; the export %s, after %,d rows."
                                .formatted(
                                        SOME,
                                        told ? "failed" : "ended as if nothing had happened",
                                        delivered),
                        "What a write throws must end the export at once. (A `PrintWriter` never"
                                + " throws.)");
            }
            return borrowed.asItWas("After the client has left", rows);
        }
    }

    private static boolean throwsSomething(
            Export export, BorrowedConnection borrowed, LineClient client) {
        try {
            export.send(borrowed.connection(), client);
            return false;
        } catch (Exception told) {
            return true;
        }
    }
}
