package lab.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import lab.database.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExportsTest {

    private static final int ROWS = 150_000;
    private static final String SQL = "select x from system_range(1, %d)".formatted(ROWS);

    private Database database;

    @BeforeEach
    void open() throws SQLException {
        database = Database.apart();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void rowByRowTheFirstOneComesBeforeTheLastOneIsRead() throws Exception {
        var pool = database.pool(1);

        var exports =
                Exports.of(pool, "all", ExportsTest::all)
                        .and(pool, "row by row", ExportsTest::rowByRow);

        var all = exports.run("all");
        var rowByRow = exports.run("row by row");
        assertThat(all.rows()).isEqualTo(ROWS);
        assertThat(rowByRow.rows()).isEqualTo(ROWS);
        assertThat(rowByRow.first()).isLessThan(rowByRow.last());
        assertThat(all.held()).isGreaterThan(4 * Math.max(500_000, rowByRow.held()));
        assertThat(exports.finding()).contains("row by row: the first of 150,000 rows after");
    }

    private static void all(Connection connection, OutputStream client) throws Exception {
        var all = new ArrayList<byte[]>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(SQL)) {
            while (rows.next()) {
                all.add(line(rows.getLong(1)));
            }
        }
        for (var line : all) {
            client.write(line);
        }
    }

    private static void rowByRow(Connection connection, OutputStream client) throws Exception {
        try (var cursor = Cursor.open(connection, SQL)) {
            while (cursor.rows().next()) {
                client.write(line(cursor.rows().getLong(1)));
            }
        }
    }

    private static byte[] line(long row) {
        return "{\"row\":%d,\"text\":\"a line of some length\"}\n".formatted(row).getBytes(UTF_8);
    }

    @Test
    void anExportThatFailsIsNamed() {
        var pool = database.pool(1);

        assertThatThrownBy(() -> Exports.of(pool, "broken", ExportsTest::broken))
                .hasMessageContaining("\"broken\" failed")
                .hasMessageContaining("no row 3");
        assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
    }

    private static void broken(Connection connection, OutputStream client) throws Exception {
        client.write(line(1));
        client.write(line(2));
        throw new SQLException("no row 3");
    }

    @Test
    void whenTheClientLeavesTheExportEndsAndItsConnectionComesBack() throws Exception {
        var abandoned = Abandoned.of(database.pool(1), ExportsTest::endless);

        assertThat(abandoned.ended()).isTrue();
        assertThat(abandoned.borrowed()).isZero();
        assertThat(abandoned.read()).isGreaterThanOrEqualTo(100_000);
        assertThat(abandoned.sent()).isGreaterThanOrEqualTo(abandoned.read());
        assertThat(abandoned.toString()).contains("0 connections in use");
    }

    @Test
    void anExportThatEndsBeforeItsClientCanLeaveSaysSo() {
        var pool = database.pool(1);

        assertThatThrownBy(() -> Abandoned.of(pool, (connection, client) -> client.write(line(1))))
                .hasMessageContaining("export more rows");
        assertThatThrownBy(() -> Abandoned.of(pool, ExportsTest::broken))
                .hasMessageContaining("no row 3");
    }

    private static void endless(Connection connection, OutputStream client) throws Exception {
        for (long row = 0; row < Long.MAX_VALUE; row++) {
            client.write(line(row));
        }
    }

    @Test
    void aCursorSetsItsConnectionBackAlsoAfterAnError() throws Exception {
        try (var connection = database.connect()) {
            try (var cursor = Cursor.open(connection, SQL)) {
                assertThat(cursor.rows().next()).isTrue();
                assertThat(connection.getAutoCommit()).isFalse();
            }
            assertThat(connection.getAutoCommit()).isTrue();
            assertThatThrownBy(() -> Cursor.open(connection, "select nothing from nowhere"))
                    .isInstanceOf(SQLException.class);
            assertThat(connection.getAutoCommit()).isTrue();
        }
    }
}
