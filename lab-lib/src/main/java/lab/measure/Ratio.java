package lab.measure;

import java.util.List;
import java.util.stream.IntStream;

/**
 * How many times as much one thing took as another, from pairs measured side by side: the median of
 * the pairs' ratios, and an interval that holds the true median with 95 % and assumes nothing about
 * the noise.
 *
 * @param value the median ratio
 * @param low the interval's lower end
 * @param high the interval's upper end
 * @param pairs how many pairs there were; fewer than six never prove anything
 */
public record Ratio(double value, double low, double high, int pairs) {

    static final int FEWEST = 6;
    private static final double DOUBT = 0.05;

    /**
     * The ratio of the first samples to the second.
     *
     * @param first at least one sample, all above zero
     * @param second as many samples, each taken beside the one of the same index
     */
    public static Ratio of(List<Double> first, List<Double> second) {
        Require.that(
                !first.isEmpty() && first.size() == second.size(),
                "samples must come in pairs, were %d and %d; measure both in each round",
                first.size(),
                second.size());
        Require.that(
                first.stream().allMatch(x -> x > 0) && second.stream().allMatch(x -> x > 0),
                "samples must be above 0; what takes no time has no ratio");
        var sorted =
                IntStream.range(0, first.size())
                        .mapToDouble(i -> first.get(i) / second.get(i))
                        .sorted()
                        .toArray();
        int outside = outside(sorted.length);
        double middle = (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
        return new Ratio(
                middle, sorted[outside], sorted[sorted.length - 1 - outside], sorted.length);
    }

    /** How many ratios lie outside on each side: the sign test's bound, by coin tosses. */
    private static int outside(int pairs) {
        int outside = 0;
        double toss = Math.pow(0.5, pairs);
        double doubt = 2 * toss;
        while (2 * (outside + 1) < pairs) {
            toss = toss * (pairs - outside) / (outside + 1);
            doubt += 2 * toss;
            if (doubt > DOUBT) {
                break;
            }
            outside++;
        }
        return outside;
    }

    /** Whether the interval leaves no doubt which of the two took more. */
    public boolean conclusive() {
        return pairs >= FEWEST && (low > 1 || high < 1);
    }

    /** The same relation seen from the other side. */
    public Ratio inverse() {
        return new Ratio(1 / value, 1 / high, 1 / low, pairs);
    }

    /** Such as "×12.3 (×11.8 to ×12.9)". */
    @Override
    public String toString() {
        return "%s (%s to %s)".formatted(Text.times(value), Text.times(low), Text.times(high));
    }
}
