package lab.course.starthere;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.LongStream;
import lab.exercise.Verdict;

/** Exercise 00.2: the 99th percentile by nearest rank. */
public final class NearestRank {

    private NearestRank() {}

    public static Verdict check(Function<long[], Long> p99) {
        for (long[] latencies : samples()) {
            long[] before = latencies.clone();
            long right = p99(latencies);
            Long answered = p99.apply(latencies);
            if (!Arrays.equals(before, latencies)) {
                return new Verdict.Wrong(
                        "The array came back in another order.",
                        "Sort a copy: the caller still needs the array as it was.");
            }
            if (answered == null || answered != right) {
                return new Verdict.Wrong(
                        "For %,d values the answer was %s; it is %d."
                                .formatted(latencies.length, answered, right),
                        "With 100 values 1 to 100 in any order, p99 is 99: why?");
            }
        }
        return new Verdict.Passed("Right for 1, 100, 160 and 1,234 values in any order.");
    }

    private static Iterable<long[]> samples() {
        return List.of(shuffled(100), shuffled(1), shuffled(160), shuffled(1_234));
    }

    private static long[] shuffled(int count) {
        long[] values = LongStream.rangeClosed(1, count).toArray();
        var random = new Random(count);
        for (int i = count - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            long kept = values[i];
            values[i] = values[other];
            values[other] = kept;
        }
        return values;
    }

    private static long p99(long[] latencies) {
        long[] sorted = latencies.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.ceil(0.99 * sorted.length) - 1];
    }
}
