package lab.load;

/**
 * What each arrival does: one request over HTTP, one query over JDBC, one command of Redis. It runs
 * on a thread of its own, and many calls run at the same time.
 */
public interface Call extends AutoCloseable {

    /**
     * Makes one request and returns when its reply is complete.
     *
     * @throws CallFailed if it failed, with the kind of failure to count it under; every other
     *     exception is counted under its own name
     */
    void run(Arrival arrival) throws Exception;

    /** Ends the calls that still run, where an interrupt is not enough; called once, at the end. */
    @Override
    default void close() {}
}
