package lab.query;

import java.sql.Connection;

/** One way to ask a database for something. */
public interface Asking {

    /** What was found; every way to ask for the same must find the same. */
    Object of(Connection connection) throws Exception;
}
