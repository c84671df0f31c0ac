package lab.query;

import java.sql.Connection;

/** One way to ask a database for something. */
public interface Asking {

    /** What was found; all ways to ask for the same must return the same. */
    Object of(Connection connection) throws Exception;
}
