package lab.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * A chart that is being built. XChart draws the lines. It gets values as positions on our own
 * {@link Axis}, because its ticks support neither nines nor a readable number of decades.
 */
final class Plot {

    private final Header header;
    private final XYChart chart;
    private final Axis across;
    private final Axis up;
    private int lines;

    Plot(String title, Axis across, Axis up) {
        this(title, across, up, Picture.HEIGHT);
    }

    Plot(String title, Axis across, Axis up, int height) {
        this.header = new Header(title);
        this.across = across;
        this.up = up;
        this.chart = new XYChart(Picture.WIDTH, height);
        paper();
        axes();
        across.marks().keySet().forEach(this::gridAcross);
        up.marks().keySet().forEach(this::gridUp);
        chart.addAnnotation(new Ruler(across, up));
    }

    private void paper() {
        chart.getStyler()
                .setChartBackgroundColor(Color.WHITE)
                .setPlotBackgroundColor(Color.WHITE)
                .setPlotBorderVisible(false)
                .setChartPadding(18)
                .setChartTitleVisible(false)
                .setLegendVisible(false)
                .setPlotContentSize(1)
                .setMarkerSize(Palette.MARKER_SIZE);
        chart.getStyler().setPlotGridLinesVisible(false);
    }

    /** XChart's own labels are off; it only leaves the space in which {@link Ruler} writes. */
    private void axes() {
        chart.setXAxisTitle(across.label());
        chart.getStyler()
                .setXAxisMin(across.start())
                .setXAxisMax(across.end())
                .setYAxisMin(up.start())
                .setYAxisMax(up.end())
                .setAxisTicksVisible(false)
                .setYAxisTitleVisible(false)
                .setAxisTitlePadding(Ruler.ROOM_BELOW)
                .setAxisTitleFont(Palette.LABEL)
                .setXAxisTitleColor(Palette.INK)
                .setYAxisLeftWidthHint(Ruler.roomBeside(up));
    }

    private void gridAcross(double value) {
        double x = across.position(value);
        grid("across " + value, new double[] {x, x}, new double[] {up.start(), up.end()});
    }

    private void gridUp(double value) {
        if (up.scale() != Scale.ROWS) {
            double y = up.position(value);
            grid("up " + value, new double[] {across.start(), across.end()}, new double[] {y, y});
        }
    }

    private void grid(String name, double[] x, double[] y) {
        var series = chart.addSeries("grid " + name, x, y);
        series.setMarker(SeriesMarkers.NONE);
        series.setLineColor(Palette.GRID);
        series.setLineStyle(Palette.HAIR);
    }

    /** A line through the points. */
    void line(int index, List<Spot> spots) {
        series("line " + index + " " + lines++, index, spots)
                .ifPresent(series -> series.setMarker(SeriesMarkers.NONE));
    }

    /** Markers at the points. */
    void markers(int index, List<Spot> spots) {
        series("markers " + index, index, spots)
                .ifPresent(series -> series.setLineStyle(Palette.NO_LINE));
    }

    /** A marker at the line's last point. */
    void lastMarker(int index, Spot spot) {
        series("last " + index, index, List.of(spot))
                .ifPresent(series -> series.setLineStyle(Palette.NO_LINE));
    }

    /** Nothing for no points: XChart refuses a series without any. */
    private Optional<XYSeries> series(String name, int index, List<Spot> spots) {
        if (spots.isEmpty()) {
            return Optional.empty();
        }
        var x = spots.stream().mapToDouble(spot -> across.position(spot.x())).toArray();
        var y = spots.stream().mapToDouble(spot -> up.position(spot.y())).toArray();
        var series = chart.addSeries(name, x, y);
        series.setLineColor(Palette.colour(index));
        series.setLineStyle(Palette.line(index));
        series.setMarkerColor(Palette.colour(index));
        series.setMarker(Palette.marker(index));
        return Optional.of(series);
    }

    /** Names the line of this index above the chart. */
    void explain(String name, int index) {
        header.explain(name, index);
    }

    /** Something drawn over the lines. */
    void over(Layer layer) {
        chart.addAnnotation(layer);
    }

    byte[] png() {
        int height = header.height() + chart.getHeight();
        var image = new BufferedImage(chart.getWidth(), height, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        smooth(graphics);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, image.getWidth(), height);
        header.draw(graphics);
        graphics.translate(0, header.height());
        chart.paint(graphics, chart.getWidth(), chart.getHeight());
        graphics.dispose();
        return encoded(image);
    }

    private static void smooth(Graphics2D graphics) {
        graphics.setRenderingHint(
                RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(
                RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    }

    private static byte[] encoded(BufferedImage image) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
        return bytes.toByteArray();
    }

    /** A point in the values of the axes. */
    record Spot(double x, double y) {}
}
