package lab.chart;

import static lab.chart.Pictures.columns;
import static lab.chart.Pictures.first;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import lab.measure.Comparison;
import lab.measure.Comparison.Bar;
import lab.measure.Measured;
import org.junit.jupiter.api.Test;

class BarPlotTest {

    @Test
    void anIntervalOfASizeIsCutOffAtZero() {
        assertThat(Interval.of(new Bar("a", 5, -3, 13)).low()).isZero();
        assertThat(Interval.of(new Bar("a", -5, -13, 3)).low()).isEqualTo(-13);
    }

    @Test
    void anIntervalWithArmsOfDifferentLengthIsWrittenWithItsEnds() {
        assertThat(text(new Bar("a", 51.7, 46.5, 115), "%")).isEqualTo("51.7 (46.5 to 115)");
        assertThat(text(new Bar("a", 58.2, 57.8, 58.6), "%")).isEqualTo("58.2 ± 0.4");
        assertThat(text(Bar.exact("a", 7), "rows")).isEqualTo("7");
    }

    @Test
    void aTimeHasTheUnitInWhichItHasFewDigits() {
        assertThat(text(Bar.exact("a", 0.681), "ns/op")).isEqualTo("0.681 ns");
        assertThat(text(new Bar("a", 2_052_729, 2_048_466, 2_081_526), "ns/op"))
                .isEqualTo("2.05 ms (2.05 to 2.08)");
        assertThat(text(new Bar("a", 76.7, 70.1, 1_196), "ns/op"))
                .isEqualTo("76.7 ns (70.1 to 1,196)");
        assertThat(text(Bar.exact("a", 0), "ms, median")).isEqualTo("0 ms");
        assertThat(text(Bar.exact("a", 0.000681), "µs/op")).isEqualTo("0.681 ns");
    }

    private static String text(Bar bar, String unit) {
        return BarPlot.text(bar, Unit.named(unit));
    }

    @Test
    void theLengthOfABarIsItsValue() throws IOException {
        var far = new Comparison("Far apart", "rows", List.of(bar(1_000), bar(100)));
        var picture = drawn(far);

        assertThat((double) columns(picture, Palette.colour(0).getRGB()))
                .isCloseTo(10.0 * columns(picture, Palette.colour(1).getRGB()), offset(10.0));
    }

    @Test
    void barsOfOneKindHaveOneColour() throws IOException {
        var bars = List.of(bar(40).ofKind("a"), bar(30).ofKind("b"), bar(20).ofKind("a"));
        var picture = drawn(new Comparison("Kinds", "rows", bars));

        assertThat(columns(picture, Palette.colour(1).getRGB())).isPositive();
        assertThat(columns(picture, Palette.colour(2).getRGB())).isZero();
    }

    @Test
    void aGainAndALossOfTheSameFactorAreEquallyLongBarsInOppositeDirections() throws IOException {
        var ratios = Comparison.ofRatios("Gains", "times", List.of(bar(4), bar(0.25)));
        var picture = drawn(ratios);
        int gain = Palette.colour(0).getRGB();
        int loss = Palette.colour(1).getRGB();

        assertThat(columns(picture, gain)).isCloseTo(columns(picture, loss), offset(2));
        assertThat(first(picture, gain)).isGreaterThan(first(picture, loss) + 20);
    }

    private static BufferedImage drawn(Comparison comparison) throws IOException {
        return Pictures.picture(Figure.of(Measured.of(comparison, "")));
    }

    private static Bar bar(double value) {
        return Bar.exact("bar of " + value, value);
    }
}
