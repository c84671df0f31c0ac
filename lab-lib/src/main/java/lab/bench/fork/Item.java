package lab.bench.fork;

import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;

/**
 * One benchmark method in one mode with one value for each parameter, and how to run one fork.
 *
 * @param benchmark the full name of the method
 * @param timeout how much longer than planned an iteration may take
 */
public record Item(
        String benchmark,
        Mode mode,
        TreeMap<String, String> params,
        Iterations warmup,
        Iterations measurement,
        Crew crew,
        TimeUnit unit,
        List<String> jvmArgs,
        Duration timeout)
        implements Serializable {

    /** Starting a JVM until its first iteration, and ending it. */
    public static final Duration FORK = Duration.ofMillis(450);

    /** The planned time of one fork. */
    public Duration expected() {
        return FORK.plus(warmup.total()).plus(measurement.total());
    }

    /** The same benchmark with other iterations. */
    public Item with(Iterations warmups, Iterations measurements) {
        return new Item(
                benchmark, mode, params, warmups, measurements, crew, unit, jvmArgs, timeout);
    }

    /** An iteration that takes longer counts as hung. */
    Duration limit() {
        boolean longer = warmup.time().compareTo(measurement.time()) > 0;
        return (longer ? warmup.time() : measurement.time()).plus(timeout);
    }
}
