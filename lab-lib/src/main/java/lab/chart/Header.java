package lab.chart;

import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;

/** The part above the plot: its title and the legend. */
final class Header {

    private static final int MARGIN = 28;
    private static final int TITLE = 66;
    private static final int ROW = 46;
    private static final int SAMPLE = 64;
    private static final int GAP = 44;

    private final String title;
    private final List<Entry> entries = new ArrayList<>();

    Header(String title) {
        this.title = Lettering.fit(title, Palette.TITLE, Picture.WIDTH - 2 * MARGIN);
    }

    /** Names a line by its colour and its marker. */
    void explain(String name, int index) {
        int room = Picture.WIDTH - 2 * MARGIN - SAMPLE;
        entries.add(new Entry(Lettering.fit(name, Palette.LABEL, room), index));
    }

    int height() {
        int rows = entries.isEmpty() ? 0 : 1 + entries.stream().mapToInt(this::row).max().orElse(0);
        return TITLE + rows * ROW;
    }

    void draw(Graphics2D graphics) {
        graphics.setColor(Palette.INK);
        graphics.setFont(Palette.TITLE);
        graphics.drawString(title, MARGIN, TITLE - 20);
        for (var entry : entries) {
            entry.draw(graphics, start(entry), TITLE + row(entry) * ROW + ROW / 2);
        }
    }

    private int row(Entry entry) {
        return place(entry)[0];
    }

    private int start(Entry entry) {
        return place(entry)[1];
    }

    /** Row and left edge of each entry; entries fill rows as words fill lines. */
    private int[] place(Entry wanted) {
        int row = 0;
        int x = MARGIN;
        for (var entry : entries) {
            if (x > MARGIN && x + entry.width() > Picture.WIDTH - MARGIN) {
                row++;
                x = MARGIN;
            }
            if (entry == wanted) {
                break;
            }
            x += entry.width() + GAP;
        }
        return new int[] {row, x};
    }

    private record Entry(String name, int index) {

        int width() {
            return SAMPLE + Lettering.width(name, Palette.LABEL);
        }

        void draw(Graphics2D graphics, int x, int middle) {
            graphics.setColor(Palette.colour(index));
            graphics.setStroke(Palette.line(index));
            graphics.drawLine(x + 2, middle, x + SAMPLE - 14, middle);
            Palette.marker(index)
                    .paint(graphics, x + SAMPLE / 2.0 - 6, middle, Palette.MARKER_SIZE);
            graphics.setColor(Palette.INK);
            graphics.setFont(Palette.LABEL);
            graphics.drawString(name, x + SAMPLE, middle + 10);
        }
    }
}
