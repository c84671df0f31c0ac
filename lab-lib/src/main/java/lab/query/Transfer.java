package lab.query;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Moves money from one account to another: two rows of {@code entries (account, amount)}, both or
 * neither. An account that does not exist lets the second of them fail.
 */
public interface Transfer {

    /**
     * @param pool lends the connection and must get it back
     * @throws Exception where the transfer failed; then nothing of it may stay
     */
    void make(DataSource pool, int from, int to, int amount) throws Exception;

    /**
     * Inserts one entry.
     *
     * @throws SQLException where there is no such account
     */
    static void enter(Connection connection, int account, int amount) throws SQLException {
        try (var entry = connection.prepareStatement("insert into entries values (?, ?)")) {
            entry.setInt(1, account);
            entry.setInt(2, amount);
            entry.execute();
        }
    }
}
