package lab.measure;

/**
 * Student's t distribution, by its closed form for whole degrees of freedom (Abramowitz and Stegun,
 * Handbook of Mathematical Functions, 26.7.3 and 26.7.4).
 */
public final class Student {

    private static final int HALVINGS = 60;

    private Student() {}

    /**
     * The number of standard errors on each side of a mean that make an interval which misses the
     * true mean with a given probability.
     *
     * @param doubt the probability that the true mean is outside, both sides together, such as 0.01
     * @param freedom the number of measurements minus one
     */
    public static double quantile(double doubt, int freedom) {
        Require.that(doubt > 0 && doubt < 1, "doubt must be between 0 and 1, was %s", doubt);
        Require.that(freedom >= 1, "freedom must be at least 1, was %d", freedom);
        double low = 0;
        double high = Math.PI / 2;
        for (int i = 0; i < HALVINGS; i++) {
            double angle = (low + high) / 2;
            if (inside(angle, freedom) < 1 - doubt) {
                low = angle;
            } else {
                high = angle;
            }
        }
        return Math.tan(low) * Math.sqrt(freedom);
    }

    /** The probability that |t| is below √freedom · tan(angle). */
    private static double inside(double angle, int freedom) {
        boolean odd = freedom % 2 == 1;
        double cosine = Math.cos(angle);
        double term = odd ? cosine : 1;
        double sum = 0;
        for (int power = odd ? 1 : 0; power <= freedom - 2; power += 2) {
            sum += term;
            term *= cosine * cosine * (power + 1) / (power + 2);
        }
        double part = Math.sin(angle) * sum;
        return odd ? 2 / Math.PI * (angle + part) : part;
    }
}
