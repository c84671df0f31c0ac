package lab.chart;

import java.util.List;
import java.util.stream.DoubleStream;
import lab.chart.Plot.Spot;
import lab.measure.Sweep;

/** A sweep: one line per name, and the knee if the sweep knows it. */
final class SweepPlot {

    private static final int FEW = 10;

    /** If the lowest value is below this share of the highest, the axis begins at zero. */
    private static final double NEAR = 0.25;

    private SweepPlot() {}

    static Plot of(Sweep sweep) {
        var across = across(sweep);
        var up = up(sweep);
        var plot = new Plot(sweep.title(), across, up);
        int index = 0;
        for (var line : sweep.lines()) {
            draw(plot, line, index++);
        }
        sweep.knee().ifPresent(knee -> plot.over(Mark.up(across, up, knee)));
        return plot;
    }

    private static void draw(Plot plot, Sweep.Line line, int index) {
        plot.explain(line.name(), index);
        var spots = spots(line);
        plot.line(index, spots);
        plot.markers(index, spots);
    }

    private static List<Spot> spots(Sweep.Line line) {
        return line.points().stream()
                .filter(point -> Double.isFinite(point.y()))
                .map(point -> new Spot(point.x(), point.y()))
                .toList();
    }

    private static Axis across(Sweep sweep) {
        var values = values(sweep, true).distinct().sorted().toArray();
        var axis = axis(sweep.across(), values, sweep.proportional());
        boolean nearZero = values.length == 0 || values[0] <= NEAR * values[values.length - 1];
        boolean fromZero = axis.scale() == Scale.LINEAR && nearZero;
        var begun = (fromZero ? axis : axis.from(values[0])).withRoom(0.03, 0.03);
        return values.length <= FEW ? begun.markedAt(DoubleStream.of(values)) : begun;
    }

    private static Axis up(Sweep sweep) {
        var values = values(sweep, false).sorted().toArray();
        return axis(sweep.up(), values, sweep.proportional()).withRoom(0, 0.08);
    }

    private static Axis axis(String label, double[] sorted, boolean linear) {
        if (sorted.length == 0) {
            return Axis.linear(label, 0, 1);
        }
        double lowest = sorted[0];
        double highest = sorted[sorted.length - 1];
        return !linear && Scale.isWide(lowest, highest)
                ? Axis.logarithmic(label, lowest, highest)
                : Axis.linear(label, lowest, highest);
    }

    private static DoubleStream values(Sweep sweep, boolean across) {
        return sweep.lines().stream()
                .flatMap(line -> line.points().stream())
                .mapToDouble(point -> across ? point.x() : point.y())
                .filter(Double::isFinite);
    }
}
