package lab.measure;

import java.util.List;
import java.util.Optional;

/**
 * The same few quantities of several things: one row for each thing, one dot for each quantity.
 * Rows are compared by place, quantities by colour.
 *
 * @param title what was measured
 * @param unit the unit of every value, such as "ms"
 * @param series the names of the quantities
 * @param rows the things, in drawing order; never empty
 * @param limit a value that every dot is compared with
 */
public record Dots(
        String title, String unit, List<String> series, List<Row> rows, Optional<Threshold> limit)
        implements Shape {

    public Dots {
        series = List.copyOf(series);
        rows = List.copyOf(rows);
        Require.that(!rows.isEmpty(), "rows must not be empty; a figure needs one");
        for (var row : rows) {
            Require.that(
                    row.values().size() == series.size(),
                    "row %s must have one value for each of %s, had %d",
                    row.name(),
                    series,
                    row.values().size());
        }
    }

    /** Dots without a limit. */
    public Dots(String title, String unit, List<String> series, List<Row> rows) {
        this(title, unit, series, rows, Optional.empty());
    }

    /** The same dots with a line at this value. */
    public Dots against(double value, String label) {
        return new Dots(title, unit, series, rows, Optional.of(new Threshold(label, value)));
    }

    /**
     * One thing.
     *
     * @param name what was measured
     * @param values one for each series, in its order; not a number where there is none
     */
    public record Row(String name, List<Double> values) {
        public Row {
            values = List.copyOf(values);
        }
    }
}
