package lab.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Colours that colour-blind people can distinguish (Okabe and Ito), each with its own marker. */
final class Palette {

    static final Color INK = new Color(0x22, 0x22, 0x22);
    static final Color PALE_INK = new Color(0x55, 0x55, 0x55);
    static final Color GRID = new Color(0xE3, 0xE3, 0xE3);
    static final Color SHADE = new Color(0x55, 0x55, 0x55, 0x30);
    static final Color LIMIT = new Color(0xB0, 0x3A, 0x00);

    static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 30);
    static final Font LABEL = new Font(Font.SANS_SERIF, Font.PLAIN, 26);
    static final Font TICK = new Font(Font.SANS_SERIF, Font.PLAIN, 24);

    static final int MARKER_SIZE = 15;

    static final BasicStroke HAIR = new BasicStroke(2f);
    static final BasicStroke WHISKER = new BasicStroke(3.5f);
    static final BasicStroke NO_LINE = SeriesLines.NONE;
    static final BasicStroke DASHED =
            new BasicStroke(
                    3.5f,
                    BasicStroke.CAP_BUTT,
                    BasicStroke.JOIN_ROUND,
                    10f,
                    new float[] {14f, 10f},
                    0f);

    private static final Color[] COLOURS = {
        new Color(0x00, 0x72, 0xB2),
        new Color(0xE6, 0x9F, 0x00),
        new Color(0x00, 0x9E, 0x73),
        new Color(0xCC, 0x79, 0xA7),
        new Color(0x56, 0xB4, 0xE9),
        new Color(0xD5, 0x5E, 0x00),
        new Color(0x00, 0x00, 0x00),
    };

    private static final Marker[] MARKERS = {
        SeriesMarkers.CIRCLE,
        SeriesMarkers.SQUARE,
        SeriesMarkers.TRIANGLE_UP,
        SeriesMarkers.DIAMOND,
        SeriesMarkers.TRIANGLE_DOWN,
        SeriesMarkers.CROSS,
        SeriesMarkers.PLUS,
        SeriesMarkers.TRAPEZOID,
    };

    private Palette() {}

    static Color colour(int index) {
        return COLOURS[index % COLOURS.length];
    }

    /**
     * Each line is thinner than the one before, so that a hidden line stays visible at its edges.
     */
    static BasicStroke line(int index) {
        float width = Math.max(3.6f, 6f - 1.2f * index);
        return new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    }

    static Marker marker(int index) {
        return MARKERS[index % MARKERS.length];
    }
}
