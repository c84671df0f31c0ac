package lab.measure;

import java.time.Duration;
import java.util.List;

/** The median; of an even number of values, the upper one of the middle two. */
public final class Median {

    private Median() {}

    /**
     * @param times not empty
     */
    public static Duration of(List<Duration> times) {
        return times.stream().sorted().toList().get(times.size() / 2);
    }

    /**
     * @param nanos not empty, in nanoseconds
     */
    public static Duration ofNanos(List<Double> nanos) {
        return Duration.ofNanos(nanos.stream().sorted().toList().get(nanos.size() / 2).longValue());
    }
}
