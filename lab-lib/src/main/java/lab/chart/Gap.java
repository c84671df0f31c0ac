package lab.chart;

import java.awt.Graphics2D;
import java.time.Duration;
import lab.measure.Text;

/** The time without samples, shaded: what did not run could not measure either. */
final class Gap extends Layer {

    private static final int MARGIN = 12;

    private final double from;
    private final double to;

    Gap(Axis across, Axis up, double from, double to) {
        super(across, up);
        this.from = from;
        this.to = to;
    }

    @Override
    void draw(Graphics2D graphics) {
        graphics.setColor(Palette.SHADE);
        graphics.fillRect(x(from), top(), x(to) - x(from), bottom() - top());
        graphics.setColor(Palette.PALE_INK);
        graphics.setFont(Palette.TICK);
        var label = "no sample for " + Text.of(Duration.ofNanos(Math.round((to - from) * 1e9)));
        int width = Lettering.width(label, Palette.TICK);
        int start = start(width);
        graphics.drawString(label, start, top() + graphics.getFontMetrics().getAscent() + MARGIN);
    }

    /** Inside, or else on the side where there is room. */
    private int start(int width) {
        if (x(to) - x(from) > width + 2 * MARGIN) {
            return x(from) + MARGIN;
        }
        return x(to) + MARGIN + width < right() ? x(to) + MARGIN : x(from) - MARGIN - width;
    }
}
