package lab.measure;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * How many times as much one thing took as another, from rounds in which both were measured. The
 * rounds are paired observations (Jain, The Art of Computer Systems Performance Analysis, 1991,
 * section 13.4), compared on a logarithmic scale because they are ratios: the value is the
 * geometric mean of the rounds' ratios, and the interval comes from Student's t distribution.
 *
 * @param value the mean ratio
 * @param low the interval's lower end
 * @param high the interval's upper end
 * @param rounds the number of rounds; fewer than four prove nothing
 */
public record Ratio(double value, double low, double high, int rounds) {

    static final int FEWEST = 4;
    private static final double DOUBT = 0.01;

    /** The ratio of the first samples to the second, with a 99 % interval. */
    public static Ratio of(List<Double> first, List<Double> second) {
        return of(first, second, DOUBT);
    }

    /**
     * The ratio of the first samples to the second.
     *
     * @param first at least one sample, all above zero
     * @param second as many samples, each from the same round as the first sample of the same index
     * @param doubt the probability that the true ratio is outside the interval
     */
    public static Ratio of(List<Double> first, List<Double> second, double doubt) {
        Require.that(
                !first.isEmpty() && first.size() == second.size(),
                "samples must come in pairs, were %d and %d; measure both in each round",
                first.size(),
                second.size());
        Require.that(
                first.stream().allMatch(x -> x > 0) && second.stream().allMatch(x -> x > 0),
                "samples must be above 0; what takes no time has no ratio");
        var logs =
                IntStream.range(0, first.size())
                        .mapToDouble(i -> Math.log(first.get(i) / second.get(i)))
                        .toArray();
        double mean = IntStream.range(0, logs.length).mapToDouble(i -> logs[i]).sum() / logs.length;
        double around = margin(logs, mean, doubt);
        return new Ratio(
                Math.exp(mean), Math.exp(mean - around), Math.exp(mean + around), logs.length);
    }

    /** Half of the interval's width; it cannot be known from a single round. */
    private static double margin(double[] logs, double mean, double doubt) {
        int freedom = logs.length - 1;
        if (freedom == 0) {
            return Double.POSITIVE_INFINITY;
        }
        double squares = 0;
        for (double log : logs) {
            squares += (log - mean) * (log - mean);
        }
        double error = Math.sqrt(squares / freedom / logs.length);
        return error == 0 ? 0 : error * Student.quantile(doubt, freedom);
    }

    /** Whether the interval leaves no doubt which of the two took more. */
    public boolean conclusive() {
        return rounds >= FEWEST && (low > 1 || high < 1);
    }

    /** Whether the interval leaves no doubt that the two differ by at most this share. */
    public boolean isSame(double share) {
        return rounds >= FEWEST && high <= 1 + share && low >= 1 / (1 + share);
    }

    /** The same ratio seen from the other side. */
    public Ratio inverse() {
        return new Ratio(1 / value, 1 / high, 1 / low, rounds);
    }

    /** Such as "×12.3 (×11.8 to ×12.9)". */
    @Override
    public String toString() {
        return "%s (%s to %s)".formatted(times(value), times(low), times(high));
    }

    /** Near 1, a third decimal shows how near. */
    private static String times(double number) {
        boolean near = Math.abs(number - 1) < 0.1 && Math.abs(number - 1) > 1e-4;
        return near ? String.format(Locale.ROOT, "×%.3f", number) : Text.times(number);
    }
}
