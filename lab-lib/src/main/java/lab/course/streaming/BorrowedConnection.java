package lab.course.streaming;

import static lab.exercise.Verdict.wrong;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import lab.exercise.Verdict;

/** A connection that an answer has borrowed: afterwards it must be as it was before. */
record BorrowedConnection(Connection connection, int isolation) {

    static BorrowedConnection of(Connection connection) throws SQLException {
        return new BorrowedConnection(connection, connection.getTransactionIsolation());
    }

    /**
     * The verdict on an answer that has left it otherwise.
     *
     * @param when such as "Afterwards"
     * @param rows how many rows the table has
     */
    Optional<Verdict> asItWas(String when, int rows) throws SQLException {
        if (connection.isClosed()) {
            return wrong(
                    when + ", the connection is closed.",
                    "It is borrowed: who gave it to you takes it back.");
        }
        if (!connection.getAutoCommit()) {
            return wrong(
                    when + ", the connection is in a transaction, without autocommit.",
                    "The next one who borrows it would be in your transaction. Close the cursor,"
                            + " also after an error: `try (…)`.");
        }
        if (connection.getTransactionIsolation() != isolation) {
            return wrong(when + ", the connection has another isolation level.", "Set it back.");
        }
        return isLazy(rows)
                ? wrong(
                        when + ", the connection still runs its queries lazily.",
                        "Settings of the session stay with a pooled connection: set it back, also"
                                + " after an error.")
                : Optional.empty();
    }

    private boolean isLazy(int rows) throws SQLException {
        DeliveredRows.begin(Integer.MAX_VALUE);
        try (var statement = connection.createStatement();
                var first = statement.executeQuery("select name from readings")) {
            return first.next() && DeliveredRows.delivered() < rows / 2;
        }
    }
}
