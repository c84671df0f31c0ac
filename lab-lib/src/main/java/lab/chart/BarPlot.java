package lab.chart;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import lab.measure.Comparison;
import lab.measure.Comparison.Bar;
import lab.measure.Text;

/** A comparison: horizontal bars, so that long names can be read. */
final class BarPlot {

    private static final int NAME_ROOM = 460;
    private static final int AROUND = 170;
    private static final int ALL_BARS = 1_300;
    private static final int THINNEST = 46;
    private static final int THICKEST = 100;
    private static final int VALUE_GAP = 40;
    private static final int EDGES = 60;

    /** A logarithmic axis has no zero, so the smallest bar gets a share of it to be visible. */
    private static final double SHORTEST = 0.06;

    /** Both arms of an interval that is written with ± are almost equally long. */
    private static final double SYMMETRIC = 0.9;

    private BarPlot() {}

    static Plot of(Comparison comparison) {
        var bars = comparison.bars();
        var names = names(bars);
        var sizes = withValues(sizes(comparison), bars, widthBeside(names));
        var plot = new Plot(comparison.title(), sizes, names, height(bars.size()));
        plot.over(new Bars(sizes, names, bars));
        return plot;
    }

    private static int widthBeside(Axis names) {
        return Picture.WIDTH - EDGES - Ruler.roomBeside(names);
    }

    private static int height(int bars) {
        return AROUND + rows(bars) * Math.clamp(ALL_BARS / bars, THINNEST, THICKEST);
    }

    /** A single bar gets the space of two, so that it does not look like a block. */
    private static int rows(int bars) {
        return Math.max(2, bars);
    }

    private static Axis names(List<Bar> bars) {
        var labels = new TreeMap<Double, String>();
        IntStream.range(0, bars.size())
                .forEach(index -> labels.put(row(index, bars), name(bars.get(index))));
        return new Axis("", Scale.ROWS, 0.4, rows(bars.size()) + 0.6, labels);
    }

    /** The first bar is at the top. */
    static double row(int index, List<Bar> bars) {
        return bars.size() == 1 ? 1.5 : bars.size() - index;
    }

    private static String name(Bar bar) {
        return Lettering.fit(bar.name(), Palette.TICK, NAME_ROOM);
    }

    private static Axis sizes(Comparison comparison) {
        double least = values(comparison).min().orElse(0);
        double most = highs(comparison).max().orElse(0);
        double smallest = values(comparison).filter(value -> value > 0).min().orElse(0);
        double largest = values(comparison).max().orElse(0);
        return least >= 0 && Scale.isWide(smallest, largest)
                ? Axis.logarithmic(comparison.unit(), smallest, most).withRoom(SHORTEST, 0)
                : Axis.linear(comparison.unit(), least, most);
    }

    private static DoubleStream values(Comparison comparison) {
        return comparison.bars().stream().mapToDouble(Bar::value).filter(Double::isFinite);
    }

    /** The ends of the whiskers, so that the axis has ticks as far as they reach. */
    private static DoubleStream highs(Comparison comparison) {
        return comparison.bars().stream()
                .filter(bar -> Double.isFinite(bar.value()))
                .mapToDouble(bar -> Interval.of(bar).high());
    }

    /** Stretches the axis until every value's text fits to the right of its whisker. */
    private static Axis withValues(Axis sizes, List<Bar> bars, int width) {
        var stretched = sizes;
        for (var bar : bars) {
            double text = Lettering.width(text(bar), Palette.TICK) + VALUE_GAP;
            double tip = sizes.position(Math.max(0, Interval.of(bar).high()));
            if (Double.isFinite(tip)) {
                double length = (tip - sizes.start()) / (1 - text / width);
                stretched = stretched.reaching(sizes.start() + length);
            }
        }
        return stretched;
    }

    static String text(Bar bar) {
        if (!Double.isFinite(bar.value())) {
            return "no value";
        }
        var interval = Interval.of(bar);
        double above = interval.high() - bar.value();
        double below = bar.value() - interval.low();
        var value = Text.of(bar.value());
        if (Math.max(above, below) <= 0) {
            return value;
        }
        return Math.min(above, below) > SYMMETRIC * Math.max(above, below)
                ? value + " ± " + twoDigits(Math.max(above, below))
                : "%s (%s to %s)"
                        .formatted(value, Text.of(interval.low()), Text.of(interval.high()));
    }

    private static String twoDigits(double spread) {
        double rounded = new BigDecimal(spread).round(new MathContext(2)).doubleValue();
        return Lettering.withoutZeros(Text.of(rounded));
    }
}
