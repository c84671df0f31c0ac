package lab.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;

/** Inserts the rows of a file in batches: a million in about ten seconds, with little memory. */
final class RowFile {

    private static final int BATCH = 10_000;
    static final int TELL_EVERY = 200_000;

    private final Connection connection;
    private final Table table;

    RowFile(Connection connection, Table table) {
        this.connection = connection;
        this.table = table;
    }

    void insert() throws SQLException {
        connection.setAutoCommit(false);
        try (var lines = Files.newBufferedReader(table.rows());
                var insert = connection.prepareStatement(sql(lines.readLine()))) {
            insert(lines, insert);
        } catch (IOException e) {
            throw new SQLException("%s cannot be read: %s".formatted(table.rows(), e), e);
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private String sql(String head) {
        var places = Collections.nCopies(head.split(",").length, "?");
        return "insert into %s values (%s)".formatted(table.name(), String.join(", ", places));
    }

    private void insert(BufferedReader lines, PreparedStatement insert)
            throws IOException, SQLException {
        int count = 0;
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            var values = line.split(",");
            for (int i = 0; i < values.length; i++) {
                insert.setString(i + 1, values[i]);
            }
            insert.addBatch();
            if (++count % BATCH == 0) {
                send(insert, count);
            }
        }
        if (count % BATCH != 0) {
            send(insert, count);
        }
    }

    private void send(PreparedStatement insert, int count) throws SQLException {
        if (Thread.currentThread().isInterrupted()) {
            throw new SQLException(
                    "interrupted after %,d rows of %s".formatted(count, table.name()));
        }
        insert.executeBatch();
        connection.commit();
        if (count % TELL_EVERY == 0) {
            System.out.printf("%s: %,d rows%n", table.name(), count);
        }
    }
}
