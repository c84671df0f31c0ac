package lab.bench;

import java.util.Locale;
import lab.measure.Text;

/**
 * How many times as much, with an interval.
 *
 * @param high may be infinite, where the interval of the divisor reaches zero
 */
public record Factor(double value, double low, double high) {

    /** Whether the interval lies on one side of 1. */
    public boolean isClear() {
        return low > 1 || high < 1;
    }

    /** The same relation seen from the other side. */
    Factor inverse() {
        return new Factor(1 / value, 1 / high, 1 / low);
    }

    /** "5.20 (4.90 to 5.50)". */
    @Override
    public String toString() {
        var upTo = Double.isInfinite(high) ? "and more" : "to " + text(high);
        return "%s (%s %s)".formatted(text(value), text(low), upTo);
    }

    /** Near 1 a third decimal says how near. */
    private static String text(double number) {
        int decimals = number < 1.1 ? 3 : number < 10 ? 2 : number < 100 ? 1 : 0;
        return number < 0.1
                ? Text.of(number)
                : String.format(Locale.ROOT, "%,.{n}f".replace("{n}", "" + decimals), number);
    }
}
