package lab.bench;

import lab.measure.Text;

/**
 * How many times faster, with the interval that two 99.9 % intervals allow.
 *
 * @param high may be infinite, where the interval of the faster reaches zero
 */
public record Factor(double value, double low, double high) {

    /** Whether the interval lies on one side of 1, so that one of the two is faster. */
    public boolean isClear() {
        return low > 1 || high < 1;
    }

    /** "×5.20 (99.9 % interval ×4.90 to ×5.50)". */
    @Override
    public String toString() {
        var upTo = Double.isInfinite(high) ? "and more" : "to " + Text.times(high);
        return "%s (99.9 %% interval %s %s)".formatted(Text.times(value), Text.times(low), upTo);
    }
}
