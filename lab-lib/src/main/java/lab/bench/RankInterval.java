package lab.bench;

import java.util.Arrays;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * The shift between two samples and its interval, by ranks: the median of all differences between a
 * value of one and a value of the other (Hodges and Lehmann 1963), and the differences at which the
 * test of Mann and Whitney (1947) would begin to object. It assumes nothing about the shape of the
 * noise, so a fork that another program slowed down counts as "slower", however much slower it is.
 */
final class RankInterval {

    /** Up to this size the number of orders is counted exactly; above it, the normal curve is. */
    private static final int COUNTED = 25;

    private RankInterval() {}

    /** Whether samples of these sizes can leave as little doubt as this. */
    static boolean canReach(int first, int second, double doubt) {
        return outside(first, second, doubt) > 0;
    }

    /** The shift of the first sample from the second; the sizes must reach the doubt. */
    static Shift of(double[] first, double[] second, double doubt) {
        var differences = new double[first.length * second.length];
        int next = 0;
        for (double one : first) {
            for (double other : second) {
                differences[next++] = one - other;
            }
        }
        Arrays.sort(differences);
        int outside = outside(first.length, second.length, doubt);
        int last = differences.length - 1;
        double middle = (differences[last / 2] + differences[(last + 1) / 2]) / 2;
        return new Shift(middle, differences[outside - 1], differences[last - outside + 1]);
    }

    /** How many differences lie outside the interval on each side, its end included. */
    static int outside(int first, int second, double doubt) {
        if (Math.min(first, second) > COUNTED) {
            return byNormal(first, second, doubt);
        }
        var orders = orders(first, second);
        double all = Arrays.stream(orders).sum();
        double below = 0;
        int outside = 0;
        while (2 * (below + orders[outside]) / all <= doubt) {
            below += orders[outside++];
        }
        return outside;
    }

    private static int byNormal(int first, int second, double doubt) {
        double mean = first * (double) second / 2;
        double deviation = Math.sqrt(mean * (first + second + 1) / 6);
        double quantile = new NormalDistribution().inverseCumulativeProbability(1 - doubt / 2);
        return (int) Math.max(0, Math.floor(mean - quantile * deviation - 0.5));
    }

    /**
     * In how many orders of two samples u pairs are inverted, for each u: the coefficients of the
     * product of (1 - q^(second + i)) / (1 - q^i).
     */
    private static double[] orders(int first, int second) {
        int pairs = first * second;
        var counts = new double[pairs + 1];
        counts[0] = 1;
        for (int i = 1; i <= first; i++) {
            for (int u = pairs; u >= second + i; u--) {
                counts[u] -= counts[u - second - i];
            }
            for (int u = i; u <= pairs; u++) {
                counts[u] += counts[u - i];
            }
        }
        return counts;
    }
}
