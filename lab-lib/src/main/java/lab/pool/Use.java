package lab.pool;

import java.sql.Connection;

/** What is done with a connection between borrowing and returning it. */
public interface Use {
    void with(Connection connection) throws Exception;
}
