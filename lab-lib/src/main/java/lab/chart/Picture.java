package lab.chart;

import lab.measure.Comparison;
import lab.measure.Distribution;
import lab.measure.Dots;
import lab.measure.Shape;
import lab.measure.Sweep;
import lab.measure.Timeline;

/**
 * The picture of a shape, drawn at twice the size at which it is shown.
 *
 * @param png the encoded picture
 */
record Picture(byte[] png) {

    static final int SHOWN_WIDTH = 720;
    static final int WIDTH = 2 * SHOWN_WIDTH;
    static final int HEIGHT = 740;

    static Picture of(Shape shape) {
        var plot =
                switch (shape) {
                    case Comparison comparison -> BarPlot.of(comparison);
                    case Dots dots -> DotPlot.of(dots);
                    case Sweep sweep -> SweepPlot.of(sweep);
                    case Distribution distribution -> NinesPlot.of(distribution);
                    case Timeline timeline -> TimePlot.of(timeline);
                };
        return new Picture(plot.png());
    }
}
