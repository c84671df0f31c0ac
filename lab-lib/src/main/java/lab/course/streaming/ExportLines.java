package lab.course.streaming;

import static lab.exercise.Verdict.wrong;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import lab.database.Database;
import lab.exercise.Verdict;
import lab.stream.Export;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Exercise 07.3: rows as lines of JSON, the first one early, and an end that proves that nothing is
 * missing. A view whose rows are computed one by one counts how many the database has delivered.
 */
final class ExportLines {

    private static final int ROWS = 20_000;
    private static final int EARLY = 3_000;
    private static final int BROKEN = 500;

    /** In rows 0 to 3: what breaks JSON that is put together by hand. */
    private static final List<String> ODD =
            List.of("says \"hello\"", "two\nlines", "back\\slash\ttab", "\u2028 and \uD83D\uDE80");

    private final Database database;

    private ExportLines(Database database) {
        this.database = database;
    }

    static Verdict check(Export export) throws Exception {
        try (var database = Database.apart()) {
            database.run(
                    // H2 is lazy only with functions that are declared deterministic.
                    "create alias delivered deterministic for"
                            + " 'lab.course.streaming.DeliveredRows.count'",
                    "create table stored (id int primary key, name varchar)",
                    "insert into stored select x - 1, 'name ' || (x - 1) from system_range(1, %d)"
                            .formatted(ROWS),
                    "create view readings as select id, delivered(id, name) as name from stored");
            return new ExportLines(database).judged(export);
        }
    }

    private Verdict judged(Export export) throws Exception {
        for (int id = 0; id < ODD.size(); id++) {
            rename(id, ODD.get(id));
        }
        var wrong = whole(export);
        wrong = wrong.isPresent() ? wrong : broken(export);
        return wrong.orElseGet(
                () ->
                        new Verdict.Passed(
                                "The first of %,d rows left early, and a broken export can be told"
                                                .formatted(ROWS)
                                        + " from a whole one."));
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

    private Optional<Verdict> whole(Export export) throws Exception {
        DeliveredRows.begin(Integer.MAX_VALUE);
        try (var connection = database.connect()) {
            var client = new Client(this::deleteFirst);
            export.send(connection, client);
            return lines(client.lines())
                    .or(() -> early(client.deliveredAtFirstLine()))
                    .or(() -> asItWas(connection));
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

    private Optional<Verdict> lines(List<String> lines) {
        if (lines.size() < ROWS) {
            return wrong(
                    "%,d lines came; there are %,d rows.".formatted(lines.size(), ROWS),
                    "One line for each row, in one query: rows that were sent can be deleted"
                            + " meanwhile.");
        }
        for (int id = 0; id < ROWS; id++) {
            var wrong = line(id, lines.get(id));
            if (wrong.isPresent()) {
                return wrong;
            }
        }
        return end(lines.subList(ROWS, lines.size()));
    }

    private static Optional<Verdict> line(int id, String line) {
        var name = id < ODD.size() ? ODD.get(id) : "name " + id;
        var json = parsed(line);
        boolean right =
                json.isPresent()
                        && json.get().path("id").isInt()
                        && json.get().path("id").intValue() == id
                        && name.equals(json.get().path("name").asString(""));
        return right
                ? Optional.empty()
                : wrong(
                        "Line %,d is: %s".formatted(id + 1, line),
                        "Each line is one JSON object such as {\"id\":7,\"name\":\"name 7\"}, in"
                                + " the order of the ids. Let a library write it: names can contain"
                                + " quotes and line feeds.");
    }

    private static Optional<JsonNode> parsed(String line) {
        try {
            return Optional.of(JsonMapper.shared().readTree(line));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private static Optional<Verdict> end(List<String> last) {
        boolean right =
                last.size() == 1
                        && parsed(last.getFirst())
                                .filter(json -> json.path("rows").isInt())
                                .filter(json -> json.path("rows").intValue() == ROWS)
                                .isPresent();
        return right
                ? Optional.empty()
                : wrong(
                        last.isEmpty()
                                ? "After the last row, nothing came."
                                : "After the last row came: %s".formatted(String.join(" ", last)),
                        "End with one line {\"rows\":%d}, so that a client knows that it has all."
                                .formatted(ROWS));
    }

    private static Optional<Verdict> early(int delivered) {
        return delivered <= EARLY
                ? Optional.empty()
                : wrong(
                        "When the first line left, the database had delivered %,d of %,d rows."
                                .formatted(delivered, ROWS),
                        "Read through a `Cursor`, without a sort, and write each row when it"
                                + " comes.");
    }

    private Optional<Verdict> asItWas(Connection connection) {
        try {
            if (connection.isClosed()) {
                return Optional.empty();
            }
            if (!connection.getAutoCommit()) {
                return wrong(
                        "Afterwards the connection is in a transaction, without autocommit.",
                        "The next one who borrows it would be in your transaction: close the"
                                + " cursor.");
            }
            return isLazy(connection)
                    ? wrong(
                            "Afterwards the connection still runs its queries lazily.",
                            "Settings of the session stay with a pooled connection: set it back.")
                    : Optional.empty();
        } catch (SQLException e) {
            return wrong("Afterwards the connection is unusable: " + e.getMessage(), "Close it.");
        }
    }

    private static boolean isLazy(Connection connection) throws SQLException {
        DeliveredRows.begin(Integer.MAX_VALUE);
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select name from readings")) {
            return rows.next() && DeliveredRows.delivered() < ROWS / 2;
        }
    }

    private Optional<Verdict> broken(Export export) throws Exception {
        DeliveredRows.begin(BROKEN);
        try (var connection = database.connect()) {
            var client = new Client(() -> {});
            try {
                export.send(connection, client);
            } catch (Exception toldTheServer) {
                return client.lines().stream().anyMatch(line -> line.contains("\"rows\""))
                        ? wrong(
                                "Reading failed after %d rows, and yet the last line came: %s"
                                        .formatted(BROKEN, client.lines().getLast()),
                                "Write it only after the last row, not in a `finally`.")
                        : Optional.empty();
            }
            return wrong(
                    "Reading failed after %d rows, and the export ended as if nothing had happened."
                            .formatted(BROKEN),
                    "Let the exception go: then the server breaks the response off, and the client"
                            + " can see it.");
        } finally {
            DeliveredRows.begin(Integer.MAX_VALUE);
        }
    }

    /** A client that keeps all lines and looks at the database when the first one has come. */
    private static final class Client extends OutputStream {

        private final ByteArrayOutputStream all = new ByteArrayOutputStream();
        private final Runnable atFirstLine;
        private int deliveredAtFirstLine = -1;

        Client(Runnable atFirstLine) {
            this.atFirstLine = atFirstLine;
        }

        @Override
        public void write(int one) {
            all.write(one);
            if (one == '\n' && deliveredAtFirstLine < 0) {
                deliveredAtFirstLine = DeliveredRows.delivered();
                atFirstLine.run();
            }
        }

        int deliveredAtFirstLine() {
            return deliveredAtFirstLine;
        }

        List<String> lines() {
            return all.toString(StandardCharsets.UTF_8).lines().toList();
        }
    }
}
