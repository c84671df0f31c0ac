package lab.measure;

import java.time.Duration;
import java.util.List;

/** The median; of an even number of values, the mean of the middle two. */
public final class Median {

    private Median() {}

    /**
     * @param times not empty
     */
    public static Duration of(List<Duration> times) {
        return ofNanos(times.stream().map(time -> (double) time.toNanos()).toList());
    }

    /**
     * @param nanos not empty, in nanoseconds
     */
    public static Duration ofNanos(List<Double> nanos) {
        return Duration.ofNanos(Math.round(ofNumbers(nanos)));
    }

    /**
     * @param numbers not empty
     */
    public static double ofNumbers(List<Double> numbers) {
        var sorted = numbers.stream().sorted().toList();
        int size = sorted.size();
        return (sorted.get((size - 1) / 2) + sorted.get(size / 2)) / 2;
    }
}
