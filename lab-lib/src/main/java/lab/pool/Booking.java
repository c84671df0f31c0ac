package lab.pool;

import javax.sql.DataSource;

/** Does some work in a transaction, on a connection of a pool. */
public interface Booking {

    /** Does all of the work or nothing; the connection returns to the pool in either case. */
    void book(DataSource pool, Use work) throws Exception;
}
