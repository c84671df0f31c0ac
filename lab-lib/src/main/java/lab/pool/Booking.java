package lab.pool;

import javax.sql.DataSource;

/** Does some work in a transaction, on a connection of a pool. */
public interface Booking {

    /** All of the work or nothing of it; the connection goes back to the pool in either case. */
    void book(DataSource pool, Use work) throws Exception;
}
