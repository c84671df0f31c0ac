package lab.query;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import lab.measure.Comparison;
import lab.measure.Comparison.Bar;
import lab.measure.Measured;
import lab.measure.Require;

/**
 * What a database did to answer a query, as {@code EXPLAIN ANALYZE} reports it (C114).
 *
 * @param sql the query
 * @param text the plan as the database writes it
 * @param rowsRead how many rows it read; H2 counts one more, the step that finds the end
 */
public record Plan(String sql, String text, long rowsRead) implements Measured {

    private static final Pattern H2_SCAN = Pattern.compile("scanCount: (\\d+)");

    /** An index without a condition after its name. */
    private static final Pattern H2_WALK = Pattern.compile("/\\* [\\w\"$]+\\.[\\w\"$]+ \\*/");

    private static final Pattern PG_WALK =
            Pattern.compile("Index (?:Only )?Scan .*\\n(?!\\s+Index Cond)");
    private static final Pattern PG_STEP =
            Pattern.compile("\\(actual .*?rows=([\\d.]+) loops=(\\d+)\\)");
    private static final Pattern PG_REMOVED =
            Pattern.compile("Rows Removed by (?:Filter|Index Recheck): (\\d+)");

    /**
     * Runs a statement, reads its plan and undoes its changes: the plan of a delete keeps the rows.
     */
    public static Plan of(Connection connection, String sql) throws SQLException {
        Require.given(connection, "connection", "db.connect()");
        Require.given(sql, "sql", "\"select …\"");
        boolean commits = connection.getAutoCommit();
        connection.setAutoCommit(false);
        var before = connection.setSavepoint();
        try {
            return of(sql, explained(connection, sql));
        } finally {
            connection.rollback(before);
            connection.setAutoCommit(commits);
        }
    }

    private static String explained(Connection connection, String sql) throws SQLException {
        var text = new StringBuilder();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("explain analyze " + sql)) {
            while (rows.next()) {
                text.append(rows.getString(1)).append('\n');
            }
        }
        return text.toString().strip();
    }

    static Plan of(String sql, String text) {
        return new Plan(sql, text, rowsRead(text));
    }

    private static long rowsRead(String text) {
        long ofH2 = H2_SCAN.matcher(text).results().mapToLong(scan -> (long) number(scan, 1)).sum();
        return ofH2 + Math.round(ofPostgres(text));
    }

    // PostgreSQL reports the mean of a step's loops: a scan by three workers has three loops.
    private static double ofPostgres(String text) {
        double read = 0;
        double loops = 1;
        for (var line : text.split("\n")) {
            var step = PG_STEP.matcher(line);
            var removed = PG_REMOVED.matcher(line);
            if (step.find()) {
                loops = number(step, 2);
                read += readsRows(line) ? number(step, 1) * loops : 0;
            } else if (removed.find()) {
                read += number(removed, 1) * loops;
            }
        }
        return read;
    }

    // A bitmap of an index only notes which rows its parent step will read.
    private static boolean readsRows(String line) {
        return line.contains("Scan") && !line.contains("Bitmap Index Scan");
    }

    private static double number(MatchResult match, int group) {
        return Double.parseDouble(match.group(group));
    }

    /**
     * Whether a whole table was read, row by row: in its own order, or in the order of an index
     * that was not asked for any value.
     */
    public boolean scansTable() {
        return text.contains("tableScan") || text.contains("Seq Scan") || walksIndex();
    }

    private boolean walksIndex() {
        return H2_WALK.matcher(text).find() || PG_WALK.matcher(text).find();
    }

    /** This plan beside a later one. */
    public Plans against(Plan later) {
        return Plans.of("before", this).and("after", later);
    }

    @Override
    public Comparison shape() {
        return new Comparison("Rows read", "rows", List.of(Bar.exact("read", rowsRead)));
    }

    @Override
    public String finding() {
        return "%,d rows read %s"
                .formatted(rowsRead, scansTable() ? "in a scan of the table" : "by an index");
    }

    @Override
    public String toString() {
        return text;
    }
}
