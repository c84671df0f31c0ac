package lab.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lab.bench.BenchResult.Failure;
import lab.measure.Comparison.Bar;
import org.junit.jupiter.api.Test;

class BenchResultTest {

    @Test
    void theFasterIsNamedWithItsFactorAndInterval() {
        var result = result(time("slow", 100, 10), time("fast", 20, 1));

        assertThat(result.finding()).isEqualTo("fast is faster than slow by 5.00 (4.29 to 5.79)");
        assertThat(result.isConclusive()).isTrue();
    }

    @Test
    void moreOperationsInATimeAreFaster() {
        var result = result(rate("few", 20, 1), rate("many", 100, 10));

        assertThat(result.finding()).startsWith("many is faster than few by 5.00 ");
    }

    @Test
    void overlappingIntervalsAreInconclusive() {
        var result = result(time("one", 100, 10), time("other", 95, 8));

        assertThat(result.finding())
                .startsWith("inconclusive: the intervals of other (95 ± 8 ns/op) and one");
        assertThat(result.isConclusive()).isFalse();
    }

    @Test
    void tooFewSamplesAreInconclusive() {
        var result = result(time("one", 100, Double.NaN), time("other", 5, Double.NaN));

        assertThat(result.finding())
                .startsWith(
                        "inconclusive: other came out ×20 faster than one,"
                                + " but 5 samples are too few");
        assertThat(result.isConclusive()).isFalse();
    }

    @Test
    void aMachineThatWasNotQuietIsInconclusive() {
        var scores = List.of(time("slow", 100, 1), time("fast", 20, 1));

        var result =
                new BenchResult(scores, List.of(), List.of("too loud"), List.of(), Duration.ZERO);

        assertThat(result.finding())
                .startsWith(
                        "inconclusive: too loud. In this run, fast is faster than slow by 5.00");
        assertThat(result.isConclusive()).isFalse();
    }

    @Test
    void ofManyTheFirstTwoAndTheLastAreNamed() {
        var result = result(time("c", 300, 1), time("a", 100, 1), time("b", 200, 1));

        assertThat(result.finding())
                .contains("a is faster than b by 2.00 ")
                .contains("slowest is c, behind a by 3.00 ");
    }

    @Test
    void methodsAreComparedAtEqualParameters() {
        var result =
                result(
                        sized("one", "10", 10),
                        sized("one", "20", 90),
                        sized("two", "10", 20),
                        sized("two", "20", 30));

        assertThat(result.finding())
                .contains("one size=10 is faster than two size=10 by 2.00 ")
                .contains("two size=20 is faster than one size=20 by 3.00 ");
    }

    @Test
    void ofManyParametersOnlyTheFirstAreTold() {
        var scores = new ArrayList<Score>();
        for (var size : List.of("1", "2", "3", "4", "5")) {
            scores.add(sized("one", size, 10));
            scores.add(sized("two", size, 20));
        }

        assertThat(result(scores.toArray(Score[]::new)).finding())
                .contains("size=3")
                .doesNotContain("size=4")
                .endsWith("; 2 more in the table");
    }

    @Test
    void doubtIsSaidOnce() {
        var scores = List.of(time("one", 100, 10), time("other", 95, 8));
        var caveats = List.of("too loud");

        var result = new BenchResult(scores, List.of(), caveats, List.of(), Duration.ZERO);

        assertThat(result.finding()).containsOnlyOnce("inconclusive").contains("overlap");
    }

    @Test
    void aFailureIsNamedAndDrawnWithoutAValue() {
        var failures = List.of(new Failure("bad", "no luck"));
        var result =
                new BenchResult(
                        List.of(time("good", 1, 0)), failures, List.of(), List.of(), Duration.ZERO);

        assertThat(result.finding()).isEqualTo("good: 1 ± 0 ns/op. bad failed: no luck");
        assertThat(result.shape().bars())
                .containsExactly(new Bar("good", 1, 1, 1), Bar.exact("bad (failed)", Double.NaN));
    }

    @Test
    void anErrorOfSeveralBenchmarksIsToldOnce() {
        var failures = List.of(new Failure("bad size=1", "no luck"), new Failure("worse", "none"));
        var more = new ArrayList<>(failures);
        more.add(new Failure("bad size=2", "no luck"));

        var result = new BenchResult(List.of(), more, List.of(), List.of(), Duration.ZERO);

        assertThat(result.finding())
                .isEqualTo("bad size=1, bad size=2 failed: no luck. worse failed: none");
    }

    @Test
    void whatToDoAboutOverlapsIsSaidOnce() {
        var result =
                result(
                        sized("one", "10", 10),
                        sized("one", "20", 10),
                        sized("two", "10", 10),
                        sized("two", "20", 10));

        assertThat(result.finding()).containsOnlyOnce("; thorough() measures longer");
    }

    @Test
    void aRunWithFailuresOnlyCanStillBeDrawn() {
        var failures = List.of(new Failure("bad", "no luck"));
        var result = new BenchResult(List.of(), failures, List.of(), List.of(), Duration.ZERO);

        assertThat(result.shape().bars()).containsExactly(Bar.exact("bad (failed)", Double.NaN));
        assertThat(result.finding()).isEqualTo("bad failed: no luck");
        assertThat(result.isConclusive()).isFalse();
    }

    @Test
    void largeTimesAreShownInAUnitThatReadsWell() {
        var result = result(time("one", 25_000_000, 1_000_000), time("two", 50_000_000, 0));

        assertThat(result.shape().unit()).isEqualTo("ms/op");
        assertThat(result.score("one").value()).isEqualTo(25);
        assertThat(result.score("one").error()).isEqualTo(1);
    }

    @Test
    void aMemberOfAGroupIsShownInTheGroupsUnit() {
        var get = new Score.Part("get", 20_000_000, "ns/op", "");
        var hits = new Score.Part("hits", 7, "#", "");
        var group =
                new Score(
                        "group",
                        "T.group",
                        Map.of(),
                        "avgt",
                        25_000_000,
                        1_000_000,
                        "ns/op",
                        5,
                        Map.of(),
                        List.of(get, hits));

        assertThat(result(group).score("group").parts())
                .containsExactly(new Score.Part("get", 20, "ms/op", ""), hits);
    }

    @Test
    void anIntervalNeverReachesBelowZero() {
        assertThat(time("one", 5, 20).low()).isZero();
    }

    @Test
    void anUnknownBenchmarkNamesThoseThereAre() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> result(time("one", 1, 0)).score("two"))
                .withMessage("no benchmark \"two\" has a score; there are: one");
    }

    private static BenchResult result(Score... scores) {
        return new BenchResult(
                List.of(scores), List.of(), List.of(), List.of(), Duration.ofSeconds(1));
    }

    private static Score time(String name, double value, double error) {
        return score(name, Map.of(), "avgt", value, error, "ns/op");
    }

    private static Score rate(String name, double value, double error) {
        return score(name, Map.of(), "thrpt", value, error, "ops/s");
    }

    private static Score sized(String method, String size, double value) {
        return score(method, Map.of("size", size), "avgt", value, 1, "ns/op");
    }

    private static Score score(
            String method,
            Map<String, String> params,
            String mode,
            double value,
            double error,
            String unit) {
        var name = params.isEmpty() ? method : method + " size=" + params.get("size");
        return new Score(
                name, "T." + method, params, mode, value, error, unit, 5, Map.of(), List.of());
    }
}
