package lab.measure;

import java.util.List;

/**
 * A few named values side by side, each with the interval that its noise allows.
 *
 * @param title what was measured
 * @param unit the unit of every value, such as "ns/op"
 * @param bars the values, in drawing order; never empty
 * @param origin the value at which bars begin: 0, or 1 for ratios
 */
public record Comparison(String title, String unit, List<Bar> bars, int origin) implements Shape {

    public Comparison {
        bars = List.copyOf(bars);
        if (bars.isEmpty()) {
            throw new IllegalArgumentException(
                    "bars must not be empty; a comparison needs a value");
        }
    }

    /** Values that are compared with 0. */
    public Comparison(String title, String unit, List<Bar> bars) {
        this(title, unit, bars, 0);
    }

    /** Ratios: a gain points away from 1 to one side, a loss to the other. */
    public static Comparison ofRatios(String title, String unit, List<Bar> bars) {
        return new Comparison(title, unit, bars, 1);
    }

    /**
     * One value and its interval.
     *
     * @param name what was measured
     * @param kind bars of one kind have the same colour; most bars are a kind of their own
     * @param value the value, in the comparison's unit
     * @param low the interval's lower end; equals {@code value} if there is no interval
     * @param high the interval's upper end
     */
    public record Bar(String name, String kind, double value, double low, double high) {

        /** A bar of its own kind. */
        public Bar(String name, double value, double low, double high) {
            this(name, name, value, low, high);
        }

        /** A value without noise, such as a count. */
        public static Bar exact(String name, double value) {
            return new Bar(name, value, value, value);
        }

        /** The same bar as one of a kind. */
        public Bar ofKind(String kind) {
            return new Bar(name, kind, value, low, high);
        }

        /** Whether the intervals of this bar and another overlap. */
        public boolean overlaps(Bar other) {
            return low <= other.high && other.low <= high;
        }
    }
}
