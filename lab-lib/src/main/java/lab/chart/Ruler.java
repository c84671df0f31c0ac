package lab.chart;

import java.awt.Graphics2D;

/** The axes' lines, the labels of their marks, and the vertical axis's title. */
final class Ruler extends Layer {

    private static final int GAP = 12;
    private static final int EDGE = 14;
    private static final int TITLE = 44;

    /** The space of the labels between the plot and the title of the horizontal axis. */
    static final int ROOM_BELOW = 52;

    Ruler(Axis across, Axis up) {
        super(across, up);
    }

    /** The space of the labels and the title to the left of the plot. */
    static int roomBeside(Axis up) {
        int title = up.label().isEmpty() ? 0 : TITLE;
        return EDGE + title + Lettering.width(up.marks().values(), Palette.TICK) + GAP;
    }

    @Override
    void draw(Graphics2D graphics) {
        graphics.setStroke(Palette.HAIR);
        graphics.setColor(Palette.PALE_INK);
        graphics.drawLine(left(), bottom(), right(), bottom());
        graphics.drawLine(left(), bottom(), left(), top());
        graphics.setColor(Palette.INK);
        graphics.setFont(Palette.TICK);
        labelsAcross(graphics);
        labelsUp(graphics);
        graphics.setFont(Palette.LABEL);
        titleUp(graphics);
    }

    private void labelsAcross(Graphics2D graphics) {
        int baseline = bottom() + GAP + graphics.getFontMetrics().getAscent();
        int taken = Integer.MIN_VALUE;
        for (var tick : across().marks().entrySet()) {
            int width = Lettering.width(tick.getValue(), Palette.TICK);
            int start = x(tick.getKey()) - width / 2;
            if (start > taken + GAP && start + width < Picture.WIDTH) {
                graphics.drawString(tick.getValue(), start, baseline);
                taken = start + width;
            }
        }
    }

    private void labelsUp(Graphics2D graphics) {
        int drop = graphics.getFontMetrics().getAscent() * 2 / 5;
        for (var tick : up().marks().entrySet()) {
            int width = Lettering.width(tick.getValue(), Palette.TICK);
            graphics.drawString(tick.getValue(), left() - GAP - width, y(tick.getKey()) + drop);
        }
    }

    private void titleUp(Graphics2D graphics) {
        var turned = (Graphics2D) graphics.create();
        turned.rotate(-Math.PI / 2);
        var title = Lettering.fit(up().label(), Palette.LABEL, bottom() - top());
        int length = Lettering.width(title, Palette.LABEL);
        int edge = left() - roomBeside(up()) + EDGE + Palette.LABEL.getSize();
        turned.drawString(title, -(top() + bottom() + length) / 2, edge);
        turned.dispose();
    }
}
