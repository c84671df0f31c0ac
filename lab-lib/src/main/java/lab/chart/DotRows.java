package lab.chart;

import java.awt.Graphics2D;
import java.util.List;
import java.util.function.DoubleFunction;
import lab.measure.Dots.Row;

/** What joins the dots of each row, and the values of the outermost ones. */
final class DotRows extends Layer {

    private static final int GAP = 18;

    private final List<Row> rows;
    private final DoubleFunction<String> text;

    DotRows(Axis across, Axis up, List<Row> rows, DoubleFunction<String> text) {
        super(across, up);
        this.rows = rows;
        this.text = text;
    }

    @Override
    void draw(Graphics2D graphics) {
        graphics.setFont(Palette.TICK);
        graphics.setStroke(Palette.HAIR);
        graphics.setColor(Palette.PALE_INK);
        for (int row = 0; row < rows.size(); row++) {
            draw(graphics, rows.get(row), y(DotPlot.place(row, rows)));
        }
    }

    private void draw(Graphics2D graphics, Row row, int y) {
        var values = row.values().stream().mapToDouble(x -> x).filter(Double::isFinite).sorted();
        var sorted = values.toArray();
        int drop = graphics.getFontMetrics().getAscent() * 2 / 5;
        if (sorted.length == 0) {
            graphics.drawString("no value", left() + GAP, y + drop);
            return;
        }
        double least = sorted[0];
        double most = sorted[sorted.length - 1];
        graphics.drawLine(x(least), y, x(most), y);
        graphics.drawString(text.apply(most), x(most) + GAP, y + drop);
        if (least < most) {
            var before = text.apply(least);
            int width = Lettering.width(before, Palette.TICK);
            graphics.drawString(before, x(least) - GAP - width, y + drop);
        }
    }
}
