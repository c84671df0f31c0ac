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

    private static final Ran RAN = new Ran(9, 47, 0.03, Ran.Ending.DECIDED, Duration.ofSeconds(18));

    @Test
    void theFasterBenchmarkIsReportedWithFactorAndInterval() {
        var result = result(time("slow", 100), time("fast", 20));

        assertThat(result.finding()).startsWith("fast is faster than slow by 5.00 (4.");
        assertThat(result.isConclusive()).isTrue();
        assertThat(result.contests())
                .singleElement()
                .matches(contest -> contest.ruling() instanceof Ruling.Faster);
    }

    @Test
    void higherThroughputIsFaster() {
        var result = result(rate("few", 20), rate("many", 100));

        assertThat(result.finding()).startsWith("many is faster than few by 5.00 (");
    }

    @Test
    void aDifferenceBelowTheMarginIsTheSame() {
        var result = result(time("one", 100), time("other", 100.2));

        assertThat(result.finding()).startsWith("one and other are the same within 3 %: 1.00");
        assertThat(result.isConclusive()).isTrue();
    }

    @Test
    void aWideIntervalIsInconclusiveAndReportsTheRoundsNeeded() {
        var result = result(wide("one", 100), wide("other", 104));

        assertThat(result.finding())
                .startsWith("inconclusive: one came out faster than other by 1.04")
                .containsPattern(
                        "; about \\d+ rounds would settle it: brief\\(\\).within\\(ofSeconds");
        assertThat(result.isConclusive()).isFalse();
    }

    @Test
    void withFixedForksTheFindingReportsTheForksNeeded() {
        var fixed = new Ran(9, 47, 0.03, Ran.Ending.FORKS, Duration.ofSeconds(18));
        var scores = List.of(wide("one", 100), wide("other", 104));

        var result = new BenchResult(scores, List.of(), List.of(), List.of(), fixed);

        assertThat(result.finding()).containsPattern("about (\\d+) forks .*: forks\\(\\1\\)");
    }

    @Test
    void noLongerRunIsSuggestedWhenTheDifferenceIsTooSmall() {
        var slow = new Ran(9, 47, 0.03, Ran.Ending.TIME, Duration.ofSeconds(300));
        var scores = List.of(wide("one", 100), wide("other", 104));

        var result = new BenchResult(scores, List.of(), List.of(), List.of(), slow);

        assertThat(result.finding())
                .endsWith("too small for this machine: even 10 minutes would not show it");
    }

    @Test
    void aBusyMachineIsACaveatAndChangesNoVerdict() {
        var scores = List.of(time("slow", 100), time("fast", 20));
        var quiet = result(time("slow", 100), time("fast", 20));

        var busy = new BenchResult(scores, List.of(), List.of("too loud"), List.of(), RAN);

        assertThat(busy.finding()).isEqualTo(quiet.finding());
        assertThat(busy.isConclusive()).isTrue();
        assertThat(busy.caveats()).containsExactly("too loud");
        assertThat(busy.toString()).contains("too loud");
    }

    @Test
    void theReasonForTheEndIsShownNextToTheResult() {
        assertThat(result(time("one", 100)).toString())
                .contains(
                        "Ended after 9 rounds and 18 s: every contest is decided."
                                + " Order by seed 47.");
    }

    @Test
    void ofManyBenchmarksTheFirstTwoAndTheLastAreNamed() {
        var result = result(time("c", 300), time("a", 100), time("b", 200));

        assertThat(result.finding())
                .contains("a is faster than b by 2.00 ")
                .contains("slowest is c, behind a by 3.00 ");
    }

    @Test
    void methodsAreComparedOnlyAtEqualParameters() {
        var result =
                result(
                        sized("one", "10", 10),
                        sized("one", "20", 90),
                        sized("two", "10", 20),
                        sized("two", "20", 30));

        assertThat(result.finding())
                .contains("one size=10 is faster than two size=10 by 2.00 ")
                .contains("two size=20 is faster than one size=20 by 3.00 ");
        assertThat(result.contests()).hasSize(2);
    }

    @Test
    void theFigureGroupsByParametersAndColoursByMethod() {
        var bars =
                result(
                                sized("one", "10", 10),
                                sized("one", "20", 90),
                                sized("two", "10", 20),
                                sized("two", "20", 30))
                        .shape()
                        .bars();

        assertThat(bars)
                .extracting(Bar::name)
                .containsExactly("one size=10", "two size=10", "one size=20", "two size=20");
        assertThat(bars).extracting(Bar::kind).containsExactly("T.one", "T.two", "T.one", "T.two");
    }

    @Test
    void aMethodIsNotComparedWithItselfAtAnotherSize() {
        var result = result(sized("one", "10", 10), sized("one", "20", 90));

        assertThat(result.contests()).isEmpty();
        assertThat(result.finding()).startsWith("one size=10: 10 ± 1 ns/op; one size=20: 90");
    }

    @Test
    void differentModesAreNotCompared() {
        var mean = score("one", Map.of(), "avgt", 10, "ns/op", STEADY);
        var sampled = score("one", Map.of(), "sample", 20, "ns/op", STEADY);

        assertThat(result(mean, sampled).contests()).isEmpty();
    }

    @Test
    void onlyTheFirstOfManyParametersAreShown() {
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
    void theFigureShowsTheBenchmarksThatTheFindingCompares() {
        var bars = result(time("slow", 100), time("fast", 20)).shape().bars();

        assertThat(bars.getFirst()).isEqualTo(new Bar("slow", 100, 99, 101).ofKind("T.slow"));
    }

    @Test
    void aFailedBenchmarkIsListedWithoutAValue() {
        var failures = List.of(new Failure("bad", "no luck"));
        var result = new BenchResult(List.of(time("good", 1)), failures, List.of(), List.of(), RAN);

        assertThat(result.finding()).isEqualTo("good: 1 ± 1 ns/op. bad failed: no luck");
        assertThat(result.shape().bars())
                .containsExactly(
                        new Bar("good", 1, 0.99, 1.01).ofKind("T.good"),
                        Bar.exact("bad (failed)", Double.NaN));
    }

    @Test
    void anErrorOfSeveralBenchmarksIsReportedOnce() {
        var failures = List.of(new Failure("bad size=1", "no luck"), new Failure("worse", "none"));
        var more = new ArrayList<>(failures);
        more.add(new Failure("bad size=2", "no luck"));

        var result = new BenchResult(List.of(), more, List.of(), List.of(), RAN);

        assertThat(result.finding())
                .isEqualTo("bad size=1, bad size=2 failed: no luck. worse failed: none");
    }

    @Test
    void aRunWithOnlyFailuresStillHasAFigure() {
        var failures = List.of(new Failure("bad", "no luck"));
        var result = new BenchResult(List.of(), failures, List.of(), List.of(), RAN);

        assertThat(result.shape().bars()).containsExactly(Bar.exact("bad (failed)", Double.NaN));
        assertThat(result.finding()).isEqualTo("bad failed: no luck");
        assertThat(result.isConclusive()).isFalse();
    }

    @Test
    void largeTimesAreShownInAReadableUnit() {
        var result = result(time("one", 25_000_000), time("two", 50_000_000));

        assertThat(result.shape().unit()).isEqualTo("ms/op");
        assertThat(result.score("one").value()).isEqualTo(25);
        assertThat(result.score("one").error()).isEqualTo(1e-6);
        assertThat(result.score("one").forks().median()).isEqualTo(25);
    }

    @Test
    void aGroupMemberIsShownInTheUnitOfItsGroup() {
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
    void anIntervalIsCutOffAtZero() {
        assertThat(time("one", 0.5).low()).isZero();
    }

    @Test
    void anUnknownBenchmarkIsRejectedWithTheKnownOnes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> result(time("one", 1)).score("two"))
                .withMessage("no benchmark \"two\" has a score; there are: one");
    }

    private static final List<Double> STEADY =
            List.of(0.99, 0.995, 1.0, 1.0, 1.0, 1.0, 1.0, 1.005, 1.01);
    private static final List<Double> WIDE =
            List.of(0.94, 0.95, 0.97, 0.99, 1.0, 1.01, 1.03, 1.05, 1.06);

    private static BenchResult result(Score... scores) {
        return new BenchResult(List.of(scores), List.of(), List.of(), List.of(), RAN);
    }

    private static Score time(String name, double value) {
        return score(name, Map.of(), "avgt", value, "ns/op", STEADY);
    }

    private static Score wide(String name, double value) {
        return score(name, Map.of(), "avgt", value, "ns/op", WIDE);
    }

    private static Score rate(String name, double value) {
        return score(name, Map.of(), "thrpt", value, "ops/s", STEADY);
    }

    private static Score sized(String method, String size, double value) {
        return score(method, Map.of("size", size), "avgt", value, "ns/op", STEADY);
    }

    private static Score score(
            String method,
            Map<String, String> params,
            String mode,
            double value,
            String unit,
            List<Double> forks) {
        var name = params.isEmpty() ? method : method + " size=" + params.get("size");
        return new Score(
                name,
                "T." + method,
                params,
                mode,
                value,
                1,
                unit,
                5,
                Map.of(),
                List.of(),
                new Forks(forks.stream().map(fork -> fork * value).toList(), 0.001));
    }
}
