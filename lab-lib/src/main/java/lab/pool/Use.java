package lab.pool;

import java.sql.Connection;

/** What somebody does with a connection while he has it. */
public interface Use {
    void with(Connection connection) throws Exception;
}
