package lab.chart;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import java.util.stream.DoubleStream;
import lab.measure.Text;

/**
 * One axis: its label, its scale, the positions of its ends, and its marked values.
 *
 * @param start its first position on the scale
 * @param end its last position on the scale
 * @param ticks the label of each value that may be marked; values beyond the ends are left out
 */
record Axis(
        String label, Scale scale, double start, double end, SequencedMap<Double, String> ticks) {

    private static final int NAME_ROOM = 460;
    private static final int MARKS = 6;
    private static final double MANY_DECADES = 2.5;

    /** An axis from zero (or below) to the highest value. */
    static Axis linear(String label, double lowest, double highest) {
        return linear(label, lowest, highest, 0);
    }

    /** The same for these values; counts have no marks between whole numbers. */
    static Axis linear(String label, double[] values) {
        double low = DoubleStream.of(values).min().orElse(0);
        double high = DoubleStream.of(values).max().orElse(1);
        boolean counted = DoubleStream.of(values).allMatch(value -> value == Math.rint(value));
        return linear(label, low, high, counted ? 1 : 0);
    }

    private static Axis linear(String label, double lowest, double highest, double leastStep) {
        double low = Math.min(0, lowest);
        double high = highest > low ? highest : low + 1;
        double step = Math.max(leastStep, step((high - low) / MARKS));
        double first = Math.floor(low / step) * step;
        double last = high + 2 * step;
        var marks = DoubleStream.iterate(first, x -> x <= last, x -> x + step).map(Axis::tidy);
        return new Axis(label, Scale.LINEAR, first, high, labelled(marks));
    }

    /**
     * An axis of names, one in each row.
     *
     * @param place the place of each name on the axis, from 1 to the number of rows
     */
    static Axis ofRows(List<String> names, IntToDoubleFunction place, int rows) {
        var labels = new TreeMap<Double, String>();
        for (int i = 0; i < names.size(); i++) {
            var name = Lettering.fit(names.get(i), Palette.TICK, NAME_ROOM);
            labels.put(place.applyAsDouble(i), name);
        }
        return new Axis("", Scale.ROWS, 0.4, rows + 0.6, labels);
    }

    /** An axis on which every factor of ten has the same length. */
    static Axis logarithmic(String label, double smallest, double largest) {
        var grid = grid(smallest, largest);
        double low = grid.stream().filter(x -> x < smallest * 0.999).reduce((a, b) -> b).get();
        double high = Math.max(largest, low * 10);
        boolean decades = Math.log10(high / low) > MANY_DECADES;
        var marks =
                grid.stream()
                        .filter(x -> x >= low)
                        .filter(x -> !decades || isPowerOfTen(x))
                        .toList();
        int every = Math.ceilDiv(marks.size(), MARKS + 3);
        return new Axis(
                label + ", logarithmic",
                Scale.LOGARITHMIC,
                Math.log10(low),
                Math.log10(high),
                labelled(
                        DoubleStream.iterate(0, i -> i < marks.size(), i -> i + every)
                                .map(i -> marks.get((int) i))));
    }

    /** 1, 2, 5, 10, 20, 50 … around the two values. */
    private static List<Double> grid(double smallest, double largest) {
        var grid = new ArrayList<Double>();
        int last = (int) Math.floor(Math.log10(largest)) + 1;
        for (int power = (int) Math.floor(Math.log10(smallest)) - 1; power <= last; power++) {
            for (int step : new int[] {1, 2, 5}) {
                grid.add(tidy(step * Math.pow(10, power)));
            }
        }
        return grid;
    }

    private static boolean isPowerOfTen(double value) {
        return Math.abs(Math.log10(value) - Math.rint(Math.log10(value))) < 1e-9;
    }

    /** The labels of the values between the ends. */
    SequencedMap<Double, String> marks() {
        var marks = new TreeMap<>(ticks);
        double slack = (end - start) * 1e-6;
        marks.keySet().removeIf(value -> scale.position(value) < start - slack);
        marks.keySet().removeIf(value -> scale.position(value) > end + slack);
        return marks;
    }

    /** The same axis from this value on: for a horizontal axis on which zero has no meaning. */
    Axis from(double value) {
        return new Axis(label, scale, scale.position(value), end, ticks);
    }

    /** The same axis with room for a position beyond its end. */
    Axis reaching(double position) {
        return new Axis(label, scale, start, Math.max(end, position), ticks);
    }

    /** The same axis, a little longer at both ends. */
    Axis withRoom(double before, double after) {
        double length = end - start;
        return new Axis(label, scale, start - before * length, end + after * length, ticks);
    }

    /** The same axis, marked only at these values. */
    Axis markedAt(DoubleStream values) {
        return new Axis(label, scale, start, end, labelled(values));
    }

    /** The position of a value; a value that the scale cannot show is at the start. */
    double position(double value) {
        return Math.max(start, scale.position(value));
    }

    private static double step(double rough) {
        double ten = Math.pow(10, Math.floor(Math.log10(rough)));
        double share = rough / ten;
        return (share <= 1 ? 1 : share <= 2 ? 2 : share <= 5 ? 5 : 10) * ten;
    }

    /** Sums and powers of binary fractions are not exact: 0.30000000000000004. */
    private static double tidy(double value) {
        return new BigDecimal(value).round(new MathContext(9)).doubleValue();
    }

    private static SequencedMap<Double, String> labelled(DoubleStream values) {
        var labels = new TreeMap<Double, String>();
        values.forEach(value -> labels.put(value, mark(value)));
        return labels;
    }

    /** "50k" for 50,000, because long numbers would overlap. */
    private static String mark(double value) {
        double size = Math.abs(value);
        if (size < 1e4) {
            return Lettering.withoutZeros(Text.of(value));
        }
        return size < 1e6 ? mark(value / 1e3) + "k" : mark(value / 1e6) + "M";
    }
}
