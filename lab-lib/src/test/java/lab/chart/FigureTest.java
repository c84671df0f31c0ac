package lab.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import lab.measure.Comparison;
import lab.measure.Comparison.Bar;
import lab.measure.Distribution;
import lab.measure.Latency;
import lab.measure.Measured;
import lab.measure.Samples;
import lab.measure.Shape;
import lab.measure.Sweep;
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

    private record Result(Shape shape, String finding) implements Measured {}

    static List<Shape> shapes() {
        return List.of(
                STRINGS,
                new Comparison("Nothing came out", "s", List.of(bar(Double.NaN), bar(0))),
                new Comparison("Nothing succeeded", "no result", List.of(bar(Double.NaN))),
                new Comparison("Changes", "%", List.of(bar(-12), bar(3))),
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
    void anIntervalOfASizeIsCutOffAtZero() {
        assertThat(Interval.of(new Bar("a", 5, -3, 13)).low()).isZero();
        assertThat(Interval.of(new Bar("a", -5, -13, 3)).low()).isEqualTo(-13);
    }

    @Test
    void anIntervalWithArmsOfDifferentLengthIsWrittenWithItsEnds() {
        assertThat(BarPlot.text(new Bar("a", 51.7, 46.5, 115))).isEqualTo("51.7 (46.5 to 115)");
        assertThat(BarPlot.text(new Bar("a", 58.2, 57.8, 58.6))).isEqualTo("58.2 ± 0.4");
        assertThat(BarPlot.text(Bar.exact("a", 7))).isEqualTo("7");
    }

    @Test
    void valuesOfVeryDifferentSizeGetALabelledLogarithmicAxis() {
        assertThat(Axis.logarithmic("ns/op", 4, 400).label()).isEqualTo("ns/op, logarithmic");
        assertThat(Scale.isWide(4, 400)).isTrue();
        assertThat(Scale.isWide(0, 400)).isFalse();
    }

    @Test
    void theSmallestBarOnALogarithmicAxisIsVisible() throws IOException {
        var far = new Comparison("Far apart", "ns/op", List.of(bar(2_130), bar(20.4)));
        int second = Palette.colour(1).getRGB();

        assertThat(columns(picture(Figure.of(new Result(far, ""))), second)).isGreaterThan(40);
    }

    private static long columns(BufferedImage picture, int colour) {
        return IntStream.range(0, picture.getWidth())
                .filter(
                        x ->
                                IntStream.range(0, picture.getHeight())
                                        .anyMatch(y -> picture.getRGB(x, y) == colour))
                .count();
    }

    @Test
    void percentilesWithOneMoreNineAreEquallySpaced() {
        assertThat(Scale.NINES.position(90)).isCloseTo(1, within());
        assertThat(Scale.NINES.position(99.9)).isCloseTo(3, within());
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

    private static org.assertj.core.data.Offset<Double> within() {
        return org.assertj.core.data.Offset.offset(1e-9);
    }

    private static BufferedImage picture(Figure figure) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(figure.png()));
    }

    private static List<Integer> colours(BufferedImage picture) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        return IntStream.of(picture.getRGB(0, 0, width, height, null, 0, width))
                .distinct()
                .boxed()
                .sorted(Comparator.naturalOrder())
                .toList();
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
        var one = new LinkedHashMap<String, Latency>();
        one.put(name, latency);
        return new Distribution("Latency", one);
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
                List.of(new Timeline.Threshold("limit", 1)));
    }
}
