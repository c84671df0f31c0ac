package lab.measure;

import java.time.Duration;
import java.util.List;

/** The middle of what was measured; the upper one of two. */
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
