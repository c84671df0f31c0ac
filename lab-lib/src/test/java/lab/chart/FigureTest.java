package lab.chart;

import static lab.chart.Pictures.colours;
import static lab.chart.Pictures.columns;
import static lab.chart.Pictures.picture;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.IntStream;
import lab.measure.Comparison;
import lab.measure.Comparison.Bar;
import lab.measure.Distribution;
import lab.measure.Dots;
import lab.measure.Dots.Row;
import lab.measure.Latency;
import lab.measure.Measured;
import lab.measure.Samples;
import lab.measure.Shape;
import lab.measure.Sweep;
import lab.measure.Threshold;
import lab.measure.Timeline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FigureTest {

    private static final Comparison STRINGS =
            new Comparison(
                    "Joining strings",
                    "ns/op",
                    List.of(new Bar("plus", 400, -10, 810), new Bar("<builder>", 4, 3, 5)));

    private static final Dots DOTS =
            new Dots(
                            "Blocked",
                            "ms",
                            List.of("first", "warm"),
                            List.of(
                                    new Row("hash", List.of(236.0, 114.0)),
                                    new Row("empty", List.of(Double.NaN, Double.NaN))))
                    .against(10, "10 ms");

    private record Result(Shape shape, String finding) implements Measured {}

    static List<Shape> shapes() {
        return List.of(
                STRINGS,
                new Comparison("Nothing came out", "s", List.of(bar(Double.NaN), bar(0))),
                new Comparison("Nothing succeeded", "no result", List.of(bar(Double.NaN))),
                new Comparison("Changes", "%", List.of(bar(-12), bar(3))),
                Comparison.ofRatios("Gains", "times", List.of(bar(0.5), bar(200))),
                Comparison.ofRatios("Lost", "times", List.of(bar(0))),
                DOTS,
                new Dots("None", "ms", List.of("a"), List.of(new Row("b", List.of(Double.NaN)))),
                new Sweep("Sizes", "n", "ms", List.of(line("a", 1, 2, 4), line("none"))),
                new Sweep("Steps", "n", "steps", List.of(line("a", 10, 1e6, 1e9)))
                        .withKnee(1, "the knee"),
                distribution("one", latency(1, 5, 900)),
                distribution("none", new Samples().latency()),
                timeline(3),
                timeline(500),
                new Timeline(
                        "Still", "ms", List.of(new Timeline.Track("t", List.of())), List.of()));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void everyShapeIsDrawnAtTwiceTheShownWidthAndIsNotEmpty(Shape shape) throws IOException {
        var picture = picture(Figure.of(new Result(shape, "found")));

        assertThat(picture.getWidth()).isEqualTo(2 * Picture.SHOWN_WIDTH);
        assertThat(picture.getRGB(2, 2)).isEqualTo(0xFFFFFFFF);
        assertThat(colours(picture)).hasSizeGreaterThan(2);
    }

    @Test
    void aPictureShowsItsLinesInPaletteColours() throws IOException {
        var blue = Palette.colour(0).getRGB();

        assertThat(colours(picture(Figure.of(new Result(timeline(3), ""))))).contains(blue);
        assertThat(colours(picture(Figure.of(new Result(STRINGS, ""))))).contains(blue);
    }

    @Test
    void screenReadersGetTheTitleTheFindingAndATableWithHeaders() {
        var figure = Figure.of(new Result(STRINGS, "plus is \"slow\" & <builder> is not"));

        assertThat(figure.alt()).isEqualTo("Joining strings: plus is \"slow\" & <builder> is not");
        assertThat(figure.html())
                .contains(
                        "alt=\"Joining strings: plus is &quot;slow&quot; &amp; &lt;builder&gt; is"
                                + " not\"")
                .contains("<summary>The numbers</summary>")
                .containsPattern("<th scope=\"row\"[^>]*>&lt;builder&gt;</th>")
                .containsPattern("<th scope=\"col\"[^>]*>ns/op</th>");
    }

    @Test
    void textOnlyFrontEndsGetTheFindingAndTheSameNumbers() {
        var figure = Figure.of(new Result(STRINGS, "plus is slow"));

        assertThat(figure.text()).startsWith("plus is slow\n");
        assertThat(figure.tableText()).containsPattern("plus +400 +0 +810");
    }

    @Test
    void caveatsAreShownNextToTheFindingInEveryFormat() {
        var late =
                new Measured() {
                    @Override
                    public Shape shape() {
                        return STRINGS;
                    }

                    @Override
                    public String finding() {
                        return "plus is slow";
                    }

                    @Override
                    public List<String> caveats() {
                        return List.of("two <other> programs ran", "the generator was late");
                    }
                };

        assertThat(Figure.of(late).html())
                .contains("plus is slow<br><em>two &lt;other&gt; programs ran</em>")
                .contains("<em>the generator was late</em>");
        assertThat(Figure.of(late).text())
                .startsWith("plus is slow\ntwo <other> programs ran\nthe generator was late\n\n");
    }

    @Test
    void withoutSamplesTheTableHasDashesAndNotZero() {
        var figure = Figure.of(new Samples().latency());

        assertThat(figure.finding()).isEqualTo("no samples");
        assertThat(figure.tableText())
                .containsPattern("samples +0\n")
                .containsPattern("p99 +–\n")
                .doesNotContain("0 ns");
    }

    @Test
    void valuesOfVeryDifferentSizeGetALabelledLogarithmicAxis() {
        assertThat(Axis.logarithmic("ns/op", 4, 400).label()).isEqualTo("ns/op, logarithmic");
        assertThat(Scale.isWide(4, 400)).isTrue();
        assertThat(Scale.isWide(0, 400)).isFalse();
    }

    @Test
    void aSingleCurveHasItsMean() throws IOException {
        int dashes = Palette.LIMIT.getRGB();

        assertThat(colours(picture(Figure.of(new Result(distribution("a", latency(1, 9)), "")))))
                .contains(dashes);
        var both = new LinkedHashMap<String, Latency>();
        both.put("a", latency(1, 9));
        both.put("b", latency(1, 9));
        assertThat(colours(picture(Figure.of(new Result(new Distribution("t", both), "")))))
                .doesNotContain(dashes);
    }

    @Test
    void countsHaveNoMarksBetweenWholeNumbers() {
        assertThat(Axis.linear("rows", new double[] {0, 2}).marks())
                .containsOnlyKeys(0.0, 1.0, 2.0);
        assertThat(Axis.linear("ms", new double[] {0, 1.5}).marks()).containsKey(0.5);
    }

    @Test
    void aSilenceOfTheOnlyTrackIsShaded() throws IOException {
        var shaded = picture(Figure.of(new Result(silent(1_000), "")));
        var steady = picture(Figure.of(new Result(silent(10), "")));

        assertThat(columns(shaded, shadeOnWhite())).isGreaterThan(1_000);
        assertThat(columns(steady, shadeOnWhite())).isLessThan(100);
    }

    private static int shadeOnWhite() {
        var point = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
        var graphics = point.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, 1, 1);
        graphics.setColor(Palette.SHADE);
        graphics.fillRect(0, 0, 1, 1);
        return point.getRGB(0, 0);
    }

    private static Timeline silent(int millis) {
        var samples =
                IntStream.range(0, 20)
                        .mapToObj(i -> new Timeline.Sample(Duration.ofMillis(at(i, millis)), 1))
                        .toList();
        return new Timeline("Lag", "ms", List.of(new Timeline.Track("lag", samples)), List.of());
    }

    private static long at(int sample, int silence) {
        return sample < 10 ? 10L * sample : 10L * sample + silence;
    }

    @Test
    void dotsHaveATableOfTheirRowsAndColumns() {
        var table = Figure.of(new Result(DOTS, "")).tableText();

        assertThat(table).containsPattern("first +warm").containsPattern("hash +236 +114");
        assertThat(table).containsPattern("empty +– +–");
    }

    @Test
    void aRowOfDotsHasAValueForEachSeries() {
        assertThatThrownBy(
                        () ->
                                new Dots(
                                        "t",
                                        "ms",
                                        List.of("first", "warm"),
                                        List.of(new Row("hash", List.of(1.0)))))
                .hasMessageContaining("row hash must have one value for each of [first, warm]");
    }

    @Test
    void inADarkThemeThePictureIsInverted() {
        assertThat(Figure.of(new Result(STRINGS, "")).html())
                .contains("body[data-jp-theme-light='false'] .lab-figure img")
                .contains("<figure class=\"lab-figure\"");
    }

    @Test
    void percentilesWithOneMoreNineAreEquallySpaced() {
        assertThat(Scale.NINES.position(90)).isCloseTo(1, offset(1e-9));
        assertThat(Scale.NINES.position(99.9)).isCloseTo(3, offset(1e-9));
    }

    @Test
    void anAxisHasAReadableNumberOfTicksForAnyRange() {
        for (double span : new double[] {0.003, 0.7, 1, 9.99, 198, 2_000, 1e9}) {
            assertThat(Axis.linear("x", 0, span).marks()).hasSizeBetween(4, 8);
            assertThat(Axis.logarithmic("x", 1, 60 * (1 + span)).marks()).hasSizeBetween(3, 10);
        }
    }

    @Test
    void theTableOfATimelineShowsWhenTheMaximumOccurred() {
        assertThat(Numbers.of(timeline(3)).table().rows().getFirst())
                .containsExactly("lag", "3", "0", "1", "2", "20 ms");
    }

    private static Bar bar(double value) {
        return Bar.exact("bar", value);
    }

    private static Sweep.Line line(String name, double... values) {
        return new Sweep.Line(
                name,
                IntStream.range(0, values.length)
                        .mapToObj(x -> new Sweep.Point(x, values[x]))
                        .toList());
    }

    private static Distribution distribution(String name, Latency latency) {
        return Distribution.of("Latency", name, latency);
    }

    private static Latency latency(long... millis) {
        var samples = new Samples();
        for (long each : millis) {
            samples.record(Duration.ofMillis(each));
        }
        return samples.latency();
    }

    private static Timeline timeline(int samples) {
        var track =
                IntStream.range(0, samples)
                        .mapToObj(i -> new Timeline.Sample(Duration.ofMillis(10L * i), i))
                        .toList();
        return new Timeline(
                "Lag",
                "ms",
                List.of(new Timeline.Track("lag", track)),
                List.of(new Threshold("limit", 1)));
    }
}
