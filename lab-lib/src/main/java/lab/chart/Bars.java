package lab.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.util.List;
import java.util.function.Function;
import lab.measure.Comparison;
import lab.measure.Comparison.Bar;

/** Horizontal bars, each with its whisker and its value as a number. */
final class Bars extends Layer {

    private static final double THICKNESS = 0.56;
    private static final int CAP = 11;

    /** More colours say nothing that the names do not say. */
    private static final int MOST_COLOURS = 6;

    private final List<Bar> bars;
    private final List<String> kinds;
    private final int origin;
    private final Function<Bar, String> text;

    Bars(Axis across, Axis up, Comparison comparison, Function<Bar, String> text) {
        super(across, up);
        this.bars = comparison.bars();
        this.kinds = bars.stream().map(Bar::kind).distinct().toList();
        this.origin = comparison.origin();
        this.text = text;
    }

    @Override
    void draw(Graphics2D graphics) {
        for (int index = 0; index < bars.size(); index++) {
            var bar = bars.get(index);
            double row = BarPlot.row(index, bars);
            int end = left();
            if (Double.isFinite(bar.value())) {
                graphics.setColor(colour(bar));
                end = Math.max(beam(graphics, bar, row), whisker(graphics, bar, y(row)));
            }
            graphics.setColor(Palette.INK);
            graphics.setFont(Palette.TICK);
            int drop = graphics.getFontMetrics().getAscent() * 2 / 5;
            graphics.drawString(text.apply(bar), end + CAP + 6, y(row) + drop);
        }
    }

    private Color colour(Bar bar) {
        return Palette.colour(kinds.size() > MOST_COLOURS ? 0 : kinds.indexOf(bar.kind()));
    }

    private int beam(Graphics2D graphics, Bar bar, double row) {
        int zero = x(origin);
        int tip = x(bar.value());
        int top = y(row + THICKNESS / 2);
        int thick = y(row - THICKNESS / 2) - top;
        graphics.fillRect(Math.min(zero, tip), top, Math.max(3, Math.abs(tip - zero)), thick);
        return Math.max(zero, tip);
    }

    private int whisker(Graphics2D graphics, Bar bar, int y) {
        var interval = Interval.of(bar);
        if (interval.isPoint()) {
            return left();
        }
        int low = x(interval.low());
        int high = x(interval.high());
        graphics.setColor(Palette.INK);
        graphics.setStroke(Palette.WHISKER);
        graphics.drawLine(low, y, high, y);
        graphics.drawLine(low, y - CAP, low, y + CAP);
        graphics.drawLine(high, y - CAP, high, y + CAP);
        return high;
    }
}
