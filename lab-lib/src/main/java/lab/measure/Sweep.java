package lab.measure;

import java.util.List;

/**
 * How one figure changes while another is turned up: lines over an axis.
 *
 * @param title what was measured
 * @param across the label of the horizontal axis, with its unit
 * @param up the label of the vertical axis, with its unit
 * @param lines the lines; never empty
 */
public record Sweep(String title, String across, String up, List<Line> lines) implements Shape {

    public Sweep {
        lines = List.copyOf(lines);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("lines must not be empty; a sweep needs a line");
        }
    }

    /**
     * One line of a sweep.
     *
     * @param name what it stands for
     * @param points in the order of {@code x}
     */
    public record Line(String name, List<Point> points) {
        public Line {
            points = List.copyOf(points);
        }
    }

    /** One measured point. */
    public record Point(double x, double y) {}
}
