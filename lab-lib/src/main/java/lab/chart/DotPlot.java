package lab.chart;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import lab.chart.Plot.Spot;
import lab.measure.Dots;
import lab.measure.Dots.Row;
import lab.measure.Threshold;

/** Dots in rows: a thin line joins the dots of a row, and the outermost have their values. */
final class DotPlot {

    private static final int ROW = 74;
    private static final int AROUND = 150;
    private static final int VALUE_GAP = 40;

    private DotPlot() {}

    static Plot of(Dots dots) {
        var names = names(dots.rows());
        var values = values(dots, Picture.WIDTH - AROUND - Ruler.roomBeside(names));
        var plot = new Plot(dots.title(), values, names, AROUND + dots.rows().size() * ROW);
        var unit = Unit.named(dots.unit());
        plot.over(new DotRows(values, names, dots.rows(), value -> Unit.text(unit, value)));
        dots.limit().ifPresent(limit -> plot.over(Mark.up(values, names, limit)));
        for (int index = 0; index < dots.series().size(); index++) {
            plot.explain(dots.series().get(index), index);
            plot.markers(index, spots(dots.rows(), index));
        }
        return plot;
    }

    /** The first row is at the top. */
    static double place(int row, List<Row> rows) {
        return rows.size() - row;
    }

    private static List<Spot> spots(List<Row> rows, int series) {
        return IntStream.range(0, rows.size())
                .mapToObj(row -> new Spot(rows.get(row).values().get(series), place(row, rows)))
                .filter(spot -> Double.isFinite(spot.x()))
                .toList();
    }

    private static Axis names(List<Row> rows) {
        var names = rows.stream().map(Row::name).toList();
        return Axis.ofRows(names, row -> place(row, rows), rows.size());
    }

    /** Room on both sides for the values of the outermost dots. */
    private static Axis values(Dots dots, int width) {
        var limits = dots.limit().stream().mapToDouble(Threshold::value);
        var all = DoubleStream.concat(measured(dots), limits).sorted().toArray();
        double room = widest(dots) / width;
        if (all.length == 0) {
            return Axis.linear(dots.unit(), 0, 1);
        }
        double least = all[0];
        double most = all[all.length - 1];
        return Scale.isWide(least, most)
                ? Axis.logarithmic(dots.unit(), least, most).withRoom(room, room)
                : Axis.linear(dots.unit(), least, most).withRoom(least > 0 ? 0 : room, room);
    }

    private static double widest(Dots dots) {
        var unit = Unit.named(dots.unit());
        return VALUE_GAP
                + measured(dots)
                        .map(value -> Lettering.width(Unit.text(unit, value), Palette.TICK))
                        .max()
                        .orElse(0);
    }

    private static DoubleStream measured(Dots dots) {
        return dots.rows().stream()
                .flatMap(row -> row.values().stream())
                .mapToDouble(Double::doubleValue)
                .filter(Double::isFinite);
    }
}
