package lab.measure;

import java.util.List;
import java.util.Optional;

/**
 * How one quantity changes while another increases: lines over an axis.
 *
 * @param title what was measured
 * @param across the label of the horizontal axis, with its unit
 * @param up the label of the vertical axis, with its unit
 * @param lines the lines; never empty
 * @param knee where the lines bend, if the measurement knows it
 * @param proportional whether both axes must be linear because a straight line is what matters;
 *     otherwise an axis with a wide range is logarithmic
 */
public record Sweep(
        String title,
        String across,
        String up,
        List<Line> lines,
        Optional<Knee> knee,
        boolean proportional)
        implements Shape {

    /** A sweep without a knee, or with an unknown one. */
    public Sweep(String title, String across, String up, List<Line> lines) {
        this(title, across, up, lines, Optional.empty(), false);
    }

    /** The same sweep with its knee marked. */
    public Sweep withKnee(double x, String label) {
        return new Sweep(title, across, up, lines, Optional.of(new Knee(x, label)), proportional);
    }

    /** The same sweep on linear axes: twice as far across is twice as far up. */
    public Sweep asProportional() {
        return new Sweep(title, across, up, lines, knee, true);
    }

    public Sweep {
        lines = List.copyOf(lines);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("lines must not be empty; a sweep needs a line");
        }
    }

    /**
     * One line of a sweep.
     *
     * @param name what it shows
     * @param points in the order of {@code x}
     */
    public record Line(String name, List<Point> points) {
        public Line {
            points = List.copyOf(points);
        }
    }

    /** One measured point. */
    public record Point(double x, double y) {}

    /**
     * The point from which more does not help.
     *
     * @param x its place on the horizontal axis
     * @param label the text beside it, such as "2 CPUs"
     */
    public record Knee(double x, String label) {}
}
