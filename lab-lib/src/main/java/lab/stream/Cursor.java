package lab.stream;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import lab.measure.Require;

/**
 * The rows of a query, delivered while they are read, instead of all at once in memory. JDBC has no
 * common way: PostgreSQL needs a fetch size and no autocommit; H2 needs a setting of the session.
 * In both cases the setting belongs to the connection, and would stay there for the next one who
 * borrows it from a pool: {@link #close} sets it back.
 */
public final class Cursor implements AutoCloseable {

    private static final int FETCH = 1_000;
    private static final String LAZY_IN_H2 = "set lazy_query_execution ";

    private final Connection connection;
    private final boolean isH2;
    private final boolean autoCommit;
    private final Statement statement;
    private final ResultSet rows;

    private Cursor(Connection connection, String sql) throws SQLException {
        this.connection = connection;
        this.isH2 = connection.getMetaData().getDatabaseProductName().equals("H2");
        this.autoCommit = connection.getAutoCommit();
        begin();
        this.statement = connection.createStatement();
        try {
            statement.setFetchSize(FETCH);
            this.rows = statement.executeQuery(sql);
        } catch (SQLException e) {
            close();
            throw e;
        }
    }

    /** Runs a query and leaves its rows in the database until they are read. */
    public static Cursor open(Connection connection, String sql) throws SQLException {
        Require.given(connection, "connection", "pool.getConnection()");
        Require.given(sql, "SQL", "\"select id from orders\"");
        return new Cursor(connection, sql);
    }

    private void begin() throws SQLException {
        connection.setAutoCommit(false);
        if (isH2) {
            set("true");
        }
    }

    private void set(String lazy) throws SQLException {
        try (var setting = connection.createStatement()) {
            setting.execute(LAZY_IN_H2 + lazy);
        }
    }

    /** The rows, from before the first one. */
    public ResultSet rows() {
        return rows;
    }

    /** Closes the query, ends its transaction, and sets the connection back. */
    @Override
    public void close() throws SQLException {
        try (statement) {
            connection.rollback();
        } finally {
            if (isH2) {
                set("false");
            }
            connection.setAutoCommit(autoCommit);
        }
    }
}
