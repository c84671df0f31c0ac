package lab.measure;

import java.time.Duration;
import java.util.List;

/** The median; of an even number of times, the upper one of the middle two. */
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

    /**
     * The median of plain numbers; of an even number, the mean of the middle two.
     *
     * @param numbers not empty
     */
    public static double ofNumbers(List<Double> numbers) {
        var sorted = numbers.stream().sorted().toList();
        int size = sorted.size();
        return (sorted.get((size - 1) / 2) + sorted.get(size / 2)) / 2;
    }
}
