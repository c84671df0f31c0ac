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
                        "Of 100 different values in order, p99 is the 99th: why?");
            }
        }
        return new Verdict.Passed(
                "Right for 1, 100, 160, 200 and 1,234 values in any order, some of them equal.");
    }

    private static Iterable<long[]> samples() {
        return List.of(
                different(100), different(1), different(160), mostlyEqual(), different(1_234));
    }

    /** Values that differ from their ranks. */
    private static long[] different(int count) {
        return shuffled(LongStream.range(0, count).map(i -> 1_000 + 7 * i).toArray());
    }

    /** 198 quick ones and two slow ones: p99 is a quick one, unless equal values count once. */
    private static long[] mostlyEqual() {
        var quick = LongStream.generate(() -> 3).limit(198);
        return shuffled(LongStream.concat(quick, LongStream.of(500, 900)).toArray());
    }

    private static long[] shuffled(long[] values) {
        var random = new Random(values.length);
        for (int i = values.length - 1; i > 0; i--) {
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
