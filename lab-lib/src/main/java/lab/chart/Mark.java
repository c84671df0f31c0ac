package lab.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import lab.measure.Sweep;
import lab.measure.Threshold;

/** A dashed line with its label through the whole plot: a knee, or the limit of an alert. */
final class Mark extends Layer {

    private enum Way {
        UP,
        ACROSS
    }

    private static final int GAP = 10;

    private final Way way;
    private final String label;
    private final double value;

    private Mark(Axis across, Axis up, Way way, String label, double value) {
        super(across, up);
        this.way = way;
        this.label = label;
        this.value = value;
    }

    /** Through the value of the horizontal axis at which a sweep bends. */
    static Mark up(Axis across, Axis up, Sweep.Knee knee) {
        return new Mark(across, up, Way.UP, knee.label(), knee.x());
    }

    /** Through the value that all dots are compared with. */
    static Mark up(Axis across, Axis up, Threshold limit) {
        return new Mark(across, up, Way.UP, limit.label(), limit.value());
    }

    /** Through the value of the vertical axis with which the lines are compared. */
    static Mark across(Axis across, Axis up, Threshold limit) {
        return new Mark(across, up, Way.ACROSS, limit.label(), limit.value());
    }

    @Override
    void draw(Graphics2D graphics) {
        graphics.setColor(Palette.LIMIT);
        graphics.setStroke(Palette.DASHED);
        graphics.setFont(Palette.TICK);
        int width = Lettering.width(label, Palette.TICK);
        if (way == Way.UP) {
            int x = x(value);
            graphics.drawLine(x, bottom(), x, top());
            write(graphics, x + GAP + width > right() ? x - GAP - width : x + GAP, top() + 30);
        } else {
            int y = y(value);
            graphics.drawLine(left(), y, right(), y);
            write(graphics, right() - width - GAP, y - GAP < top() + 24 ? y + 34 : y - GAP);
        }
    }

    /** A white background keeps the letters legible on top of a line. */
    private void write(Graphics2D graphics, int x, int baseline) {
        var metrics = graphics.getFontMetrics();
        graphics.setColor(new Color(255, 255, 255, 215));
        graphics.fillRect(
                x - 4,
                baseline - metrics.getAscent(),
                Lettering.width(label, Palette.TICK) + 8,
                metrics.getAscent() + metrics.getDescent() - 4);
        graphics.setColor(Palette.LIMIT);
        graphics.drawString(label, x, baseline);
    }
}
