package lab.course.queries;

import java.sql.SQLException;
import java.util.regex.Pattern;
import lab.database.Database;
import lab.dataset.Shop;
import lab.exercise.Verdict;
import lab.query.Plan;

/** Exercise 06.2: the index with which a query needs no scan. */
final class MissingIndex {

    private static final String QUERY =
            "select id, amount from orders"
                    + " where user_id = 7 and placed >= date '2025-02-01' order by amount";
    private static final int MOST_ROWS = 20;
    private static final Pattern UNKNOWN_TO_H2 =
            Pattern.compile("(?is)\\s*create\\b.*\\b(include|where)\\b.*");

    private MissingIndex() {}

    static Verdict check(String ddl) throws Exception {
        if (UNKNOWN_TO_H2.matcher(ddl).matches()) {
            return new Verdict.Wrong(
                    "This check runs on H2, which has no `include` and no partial index.",
                    "PostgreSQL has both. Here, name the columns in the parentheses.");
        }
        try (var database = Database.apart().fill(Shop.small(), "orders")) {
            var before = plan(database);
            database.run(ddl);
            return judge(before, plan(database));
        }
    }

    private static Plan plan(Database database) throws SQLException {
        try (var connection = database.connect()) {
            return Plan.of(connection, QUERY);
        }
    }

    private static Verdict judge(Plan before, Plan after) {
        // An index to sort by is used as well, but the query still reads every row.
        if (after.scansTable() || after.rowsRead() >= before.rowsRead()) {
            return new Verdict.Wrong(
                    "The query still reads %,d rows.".formatted(after.rowsRead()),
                    "Which columns does its `where` compare with a value?");
        }
        return after.rowsRead() > MOST_ROWS
                ? new Verdict.Wrong(
                        "The query uses an index and still reads %,d rows."
                                .formatted(after.rowsRead()),
                        "Which of its two conditions leaves fewer rows?")
                : new Verdict.Passed(
                        "%,d rows read before, %,d now."
                                .formatted(before.rowsRead(), after.rowsRead()));
    }
}
