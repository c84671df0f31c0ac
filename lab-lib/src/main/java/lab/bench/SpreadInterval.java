package lab.bench;

import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.StatUtils;

/**
 * The shift between the means of two small samples and its interval, by Student's t. A few forks
 * can agree by luck, so their spread does not count alone: it is averaged with a spread of 20 %,
 * which has the weight of two further forks (a moderated t, Smyth 2004). Another busy program
 * spreads forks by about that much. So with few forks only larger differences are reported.
 */
final class SpreadInterval {

    private static final double BELIEVED = 0.2;
    private static final double WEIGHT = 2;

    private SpreadInterval() {}

    /** The shift of the first sample from the second, both of logarithms. */
    static Shift of(double[] first, double[] second, double doubt) {
        double freedom = WEIGHT + first.length + second.length - 2;
        double squares = squares(first) + squares(second) + WEIGHT * BELIEVED * BELIEVED;
        double error = Math.sqrt(squares / freedom * (1.0 / first.length + 1.0 / second.length));
        double quantile = new TDistribution(freedom).inverseCumulativeProbability(1 - doubt / 2);
        double shift = StatUtils.mean(first) - StatUtils.mean(second);
        return new Shift(shift, shift - quantile * error, shift + quantile * error);
    }

    private static double squares(double[] sample) {
        double mean = StatUtils.mean(sample);
        double squares = 0;
        for (double one : sample) {
            squares += (one - mean) * (one - mean);
        }
        return squares;
    }
}
