package lab.async;

import java.time.Duration;
import java.util.concurrent.Callable;

/** A way to wait for work for a limited time. */
public interface Patient {

    /**
     * Runs the work and waits for its result.
     *
     * @return the result of the work
     * @throws Exception what the work threw, or a timeout
     */
    String call(Callable<String> work, Duration patience) throws Exception;
}
