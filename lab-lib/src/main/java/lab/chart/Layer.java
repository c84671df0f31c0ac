package lab.chart;

import java.awt.Graphics2D;
import org.knowm.xchart.internal.chartpart.Annotation;

/** Something drawn over the chart's lines, in pixels that follow the axes. */
abstract class Layer extends Annotation {

    private final Axis across;
    private final Axis up;

    Layer(Axis across, Axis up) {
        super(false);
        this.across = across;
        this.up = up;
    }

    abstract void draw(Graphics2D graphics);

    @Override
    public final void paint(Graphics2D graphics) {
        draw(graphics);
    }

    final Axis across() {
        return across;
    }

    final Axis up() {
        return up;
    }

    final int x(double value) {
        return (int) Math.round(chart.getScreenXFromChart(across.position(value)));
    }

    final int y(double value) {
        return (int) Math.round(chart.getScreenYFromChart(up.position(value)));
    }

    final int left() {
        return (int) Math.round(chart.getScreenXFromChart(across.start()));
    }

    final int right() {
        return (int) Math.round(chart.getScreenXFromChart(across.end()));
    }

    final int top() {
        return (int) Math.round(chart.getScreenYFromChart(up.end()));
    }

    final int bottom() {
        return (int) Math.round(chart.getScreenYFromChart(up.start()));
    }
}
