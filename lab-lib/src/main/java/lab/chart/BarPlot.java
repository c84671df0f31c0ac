package lab.chart;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.stream.DoubleStream;
import lab.measure.Comparison;
import lab.measure.Comparison.Bar;
import lab.measure.Text;

/**
 * A comparison: horizontal bars, so that long names can be read. The length of a bar is its value,
 * so the axis is linear, also where it makes a small bar disappear beside a large one. Only ratios
 * are on a logarithmic axis, on which half and double are equally long.
 */
final class BarPlot {

    private static final int AROUND = 170;
    private static final int ALL_BARS = 1_300;
    private static final int THINNEST = 46;
    private static final int THICKEST = 100;
    private static final int VALUE_GAP = 40;
    private static final int EDGES = 60;
    private static final double MANY = 1e4;

    /** Both arms of an interval that is written with ± are almost equally long. */
    private static final double SYMMETRIC = 0.9;

    private BarPlot() {}

    static Plot of(Comparison measured) {
        var comparison = inAReadableUnit(measured);
        var bars = comparison.bars();
        var names = names(bars);
        var unit = Unit.named(comparison.unit());
        var sizes = withValues(sizes(comparison), bars, unit, widthBeside(names));
        var plot = new Plot(comparison.title(), sizes, names, height(bars.size()));
        plot.over(new Bars(sizes, names, comparison, bar -> text(bar, unit)));
        return plot;
    }

    /** Five digits and more become fewer in a larger unit. */
    private static Comparison inAReadableUnit(Comparison measured) {
        double most = highs(measured).max().orElse(0);
        return Unit.named(measured.unit())
                .filter(unit -> most >= MANY)
                .map(unit -> in(unit.readable(most), unit, measured))
                .orElse(measured);
    }

    private static Comparison in(Unit unit, Unit from, Comparison measured) {
        double share = unit.share(from);
        var bars =
                measured.bars().stream()
                        .map(
                                bar ->
                                        new Bar(
                                                bar.name(),
                                                bar.kind(),
                                                bar.value() * share,
                                                bar.low() * share,
                                                bar.high() * share))
                        .toList();
        var label = unit.symbol() + measured.unit().substring(from.symbol().length());
        return new Comparison(measured.title(), label, bars);
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
        var names = bars.stream().map(Bar::name).toList();
        return Axis.ofRows(names, index -> row(index, bars), rows(bars.size()));
    }

    /** The first bar is at the top. */
    static double row(int index, List<Bar> bars) {
        return bars.size() == 1 ? 1.5 : bars.size() - index;
    }

    private static Axis sizes(Comparison comparison) {
        double least = values(comparison).min().orElse(0);
        double most = highs(comparison).max().orElse(0);
        var all = DoubleStream.concat(values(comparison), highs(comparison)).toArray();
        return comparison.origin() == 1 && least > 0
                ? Axis.logarithmic(comparison.unit(), Math.min(1, least), Math.max(1, most))
                : Axis.linear(comparison.unit(), all);
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
    private static Axis withValues(Axis sizes, List<Bar> bars, Optional<Unit> unit, int width) {
        var stretched = sizes;
        for (var bar : bars) {
            double text = Lettering.width(text(bar, unit), Palette.TICK) + VALUE_GAP;
            double tip = sizes.position(Math.max(0, Interval.of(bar).high()));
            if (Double.isFinite(tip)) {
                double length = (tip - sizes.start()) / (1 - text / width);
                stretched = stretched.reaching(sizes.start() + length);
            }
        }
        return stretched;
    }

    /** The value and its interval, both in the unit that fits the value. */
    static String text(Bar bar, Optional<Unit> unit) {
        if (!Double.isFinite(bar.value())) {
            return "no value";
        }
        var interval = Interval.of(bar);
        double above = interval.high() - bar.value();
        double below = bar.value() - interval.low();
        var value = Unit.text(unit, bar.value());
        if (Math.max(above, below) <= 0) {
            return value;
        }
        DoubleFunction<String> end = number -> like(bar.value(), unit, number);
        return Math.min(above, below) > SYMMETRIC * Math.max(above, below)
                ? value + " ± " + end.apply(twoDigits(Math.max(above, below)))
                : "%s (%s to %s)"
                        .formatted(value, end.apply(interval.low()), end.apply(interval.high()));
    }

    /** A number in the unit in which the value is written. */
    private static String like(double value, Optional<Unit> unit, double number) {
        var text =
                unit.map(known -> known.readable(value).in(known, number)).orElse(Text.of(number));
        return Lettering.withoutZeros(text);
    }

    private static double twoDigits(double spread) {
        return new BigDecimal(spread).round(new MathContext(2)).doubleValue();
    }
}
