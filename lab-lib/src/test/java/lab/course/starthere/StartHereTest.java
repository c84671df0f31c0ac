package lab.course.starthere;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static lab.exercise.Finding.Outcome.DOES_NOT_HOLD;
import static lab.exercise.Finding.Outcome.HOLDS;
import static lab.exercise.Finding.Outcome.HOLDS_IF;
import static lab.exercise.Finding.Outcome.INCONCLUSIVE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import lab.bench.BenchResult;
import lab.bench.Ran;
import lab.bench.Score;
import lab.exercise.Classroom;
import lab.exercise.Finding;
import lab.exercise.Journal;
import lab.exercise.Predicted;
import lab.exercise.Verdict;
import lab.jit.WarmUp;
import lab.load.LoadResult;
import lab.load.Model;
import lab.measure.Latency;
import lab.measure.Samples;
import lab.profile.Isolation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Verdicts of notebook 00 from made-up results. */
class StartHereTest {

    private static final Ran RAN = new Ran(6, 47, 0.03, Ran.Ending.DECIDED, ofSeconds(12));

    @TempDir Path folder;

    private static Score score(String name, double value, double error) {
        return new Score(
                name, name, Map.of(), "avgt", value, error, "ns/op", 10, Map.of(), List.of());
    }

    private static BenchResult bench(Score... scores) {
        return new BenchResult(List.of(scores), List.of(), List.of(), List.of(), RAN);
    }

    @Test
    void aClearResultHoldsOnConditionAndANoisyOneIsInconclusive() {
        var clear = StartHere.intuition(bench(score("plus", 10, 1), score("format", 70, 5)));
        var twice = StartHere.intuition(bench(score("plus", 10, 1), score("format", 20, 5)));
        var noisy = StartHere.intuition(bench(score("plus", 10, 1), score("format", 700, 900)));

        assertThat(clear.outcome()).isEqualTo(HOLDS_IF);
        assertThat(clear.here()).startsWith("String.format takes 7.00 (");
        assertThat(clear.came()).containsExactly('c');
        assertThat(twice.came()).containsExactly('b');
        assertThat(noisy.outcome()).isEqualTo(INCONCLUSIVE);
        assertThat(noisy.came()).isEmpty();
        var reversed = StartHere.intuition(bench(score("plus", 10, 1), score("format", 5, 0.1)));
        assertThat(reversed.came()).as("no choice says that format is faster").isEmpty();
    }

    @Test
    void aSmallDifferenceIsDecidedAsWell() {
        var same = StartHere.intuition(bench(score("plus", 10, 0.1), score("format", 11, 0.1)));
        var between = StartHere.intuition(bench(score("plus", 10, 1), score("format", 30, 5)));

        assertThat(same.outcome()).isEqualTo(HOLDS_IF);
        assertThat(same.came()).containsExactly('a');
        assertThat(between.outcome()).isEqualTo(HOLDS_IF);
        assertThat(between.came()).as("the interval reaches from (b) to (c)").isEmpty();
    }

    @Test
    void aBillionIterationsBlockOnlyIfTheCompilerDoesNotRemoveThem() {
        var removed =
                StartHere.billion(
                        bench(score("thrownAway", 0.5, 0.1), score("returned", 2_430_000, 10_000)));
        var kept =
                StartHere.billion(
                        bench(
                                score("thrownAway", 2_400_000, 10_000),
                                score("returned", 2_430_000, 10_000)));

        assertThat(removed.outcome()).isEqualTo(HOLDS_IF);
        assertThat(removed.here()).contains("2.43 ms", "0.500 ns").doesNotContain("ns/op");
        assertThat(removed.came()).containsExactly('a');
        assertThat(kept.outcome()).isEqualTo(HOLDS);
        assertThat(kept.came()).containsExactly('b');
    }

    @Test
    void twoLoopsThatWereBothRemovedDecideNothing() {
        var both = bench(score("thrownAway", 0.8, 0.1), score("returned", 0.4, 0.1));

        assertThat(StartHere.billion(both).outcome()).isEqualTo(INCONCLUSIVE);
        assertThat(StartHere.billion(both).lesson()).contains("removed both loops");
    }

    @Test
    void aLoopThatIsNotRemovedIsJudgedByItsTime() {
        var quick = bench(score("thrownAway", 150_000, 100), score("returned", 300_000, 100));
        var noisy = bench(score("thrownAway", 200_000, 150_000), score("returned", 300_000, 100));

        assertThat(StartHere.billion(quick).outcome()).isEqualTo(HOLDS_IF);
        assertThat(StartHere.billion(quick).came()).containsExactly('c');
        assertThat(StartHere.billion(noisy).outcome()).isEqualTo(INCONCLUSIVE);
        assertThat(StartHere.billion(noisy).came()).isEmpty();
    }

    private static WarmUp warmUp(int early, int late) {
        return new WarmUp(
                IntStream.range(0, 100).mapToObj(i -> ofMillis(i < 10 ? early : late)).toList());
    }

    @Test
    void claimsAboutWarmUpAreJudgedByTheSpeedupOfThisJvm() {
        assertThat(StartHere.warmUpFirst(warmUp(50, 10)).came()).containsExactly('a');
        assertThat(StartHere.warmUpFirst(warmUp(50, 10)).here())
                .contains("×5", "all 100 together took 1.40 s");
        assertThat(StartHere.oneChangeAtATime(warmUp(50, 10)).outcome()).isEqualTo(HOLDS);
        assertThat(onWarmUp(warmUp(11, 10)))
                .allSatisfy(finding -> assertThat(finding.outcome()).isEqualTo(DOES_NOT_HOLD));
        assertThat(onWarmUp(warmUp(13, 10)))
                .allSatisfy(finding -> assertThat(finding.outcome()).isEqualTo(INCONCLUSIVE))
                .allSatisfy(finding -> assertThat(finding.came()).isEmpty());
        assertThat(StartHere.warmUpFirst(warmUp(11, 10)).came()).containsExactly('b');
        assertThat(StartHere.warmUpFirst(warmUp(5, 10)).came()).containsExactly('c');
        assertThat(StartHere.warmUpFirst(warmUp(11, 10)).lesson())
                .isEqualTo("the first 10 calls were as fast as the last");
    }

    @Test
    void warmUpShowsHoweverManyCallsFollow() {
        var many =
                new WarmUp(
                        IntStream.range(0, 20_000)
                                .mapToObj(i -> ofMillis(i < 400 ? 5 : 1))
                                .toList());

        assertThat(StartHere.warmUpFirst(many).outcome()).isEqualTo(HOLDS_IF);
    }

    private static List<Finding> onWarmUp(WarmUp warmUp) {
        return List.of(StartHere.warmUpFirst(warmUp), StartHere.oneChangeAtATime(warmUp));
    }

    @Test
    void aBenchmarkMisleadsByWhatOtherWorkDoesToTheSameCalls() {
        assertThat(StartHere.syntheticBenchmarks(isolation(3, 9)).outcome()).isEqualTo(HOLDS);
        assertThat(StartHere.syntheticBenchmarks(isolation(1, 9)).outcome()).isEqualTo(HOLDS_IF);
        assertThat(StartHere.syntheticBenchmarks(isolation(1, 9)).here())
                .isEqualTo("beside other work, p50 is ×1 and p99 is ×9.00 as long as alone");
        assertThat(StartHere.syntheticBenchmarks(isolation(1, 9)).lesson())
                .contains("half of the calls hardly notice");
        assertThat(StartHere.syntheticBenchmarks(isolation(1.6, 9)).outcome()).isEqualTo(HOLDS);
        assertThat(StartHere.syntheticBenchmarks(isolation(1.9, 1.9)).outcome()).isEqualTo(HOLDS);
        assertThat(StartHere.syntheticBenchmarks(isolation(4, 1.1)).outcome()).isEqualTo(HOLDS);
        assertThat(StartHere.syntheticBenchmarks(isolation(1, 1)).outcome())
                .isEqualTo(DOES_NOT_HOLD);
        assertThat(StartHere.syntheticBenchmarks(isolation(1, 1.4)).outcome())
                .isEqualTo(INCONCLUSIVE);
    }

    private static Isolation isolation(double typical, double tail) {
        return new Isolation(calls(10, 10), calls(10 * typical, 10 * tail), 2, 2, List.of());
    }

    private static Latency calls(double typical, double tail) {
        var samples = new Samples();
        IntStream.range(0, 95).forEach(i -> samples.recordNanos(Math.round(typical * 1_000)));
        IntStream.range(0, 5).forEach(i -> samples.recordNanos(Math.round(tail * 1_000)));
        return samples.latency();
    }

    @Test
    void intuitionIsJudgedByAllPredictionsTogether() {
        assertThat(StartHere.allIntuition(new Predicted(1, 4)).outcome()).isEqualTo(HOLDS);
        assertThat(StartHere.allIntuition(new Predicted(2, 4)).outcome()).isEqualTo(HOLDS_IF);
        assertThat(StartHere.allIntuition(new Predicted(9, 10)).outcome()).isEqualTo(DOES_NOT_HOLD);
        assertThat(StartHere.allIntuition(new Predicted(9, 10)).here())
                .isEqualTo("1 of 10 predictions were wrong");
        assertThat(StartHere.allIntuition(new Predicted(0, 3)).outcome()).isEqualTo(INCONCLUSIVE);
    }

    private static LoadResult load(int quick, int slow, Duration slowly) {
        var samples = new Samples();
        Collections.nCopies(quick, ofMillis(3)).forEach(samples::record);
        Collections.nCopies(slow, slowly).forEach(samples::record);
        var latency = samples.latency();
        return new LoadResult(
                "/buy",
                new Model.Open(100),
                ofSeconds(6),
                latency,
                latency,
                latency,
                new TreeMap<>(),
                Optional.empty());
    }

    @Test
    void p99IsJudgedByItsDistanceFromTheMean() {
        var calm = StartHere.lookAtP99(load(950, 50, ofMillis(100)));
        var busy = StartHere.lookAtP99(load(950, 50, ofMillis(400)));
        var other = StartHere.lookAtP99(load(950, 50, ofMillis(40)));
        var even = StartHere.lookAtP99(load(0, 1_000, ofMillis(100)));
        var quick = StartHere.lookAtP99(load(1_000, 0, ofMillis(100)));
        var crowded = StartHere.lookAtP99(load(500, 500, ofMillis(100)));

        assertThat(calm.outcome()).isEqualTo(HOLDS);
        assertThat(calm.came()).containsExactly('b');
        assertThat(busy.came()).containsExactly('b');
        assertThat(other.came()).isEmpty();
        assertThat(even.outcome()).isEqualTo(DOES_NOT_HOLD);
        assertThat(even.came()).as("all three are true").containsExactly('a', 'b', 'c');
        assertThat(quick.came()).containsExactly('a', 'c');
        assertThat(crowded.outcome()).isEqualTo(HOLDS_IF);
        assertThat(crowded.lesson()).isEqualTo("p99 is only ×1.94 the mean");
        assertThat(crowded.came()).containsExactly('b');
    }

    @Test
    void anUntouchedExerciseIsNotYetAndNothingIsMeasured() throws InterruptedException {
        class Untouched {
            public void nothing() {}
        }
        class Attempted extends Untouched {
            public double roots() {
                return 1;
            }
        }
        var classroom =
                new Classroom(
                        List.of(StartHere.lesson()),
                        Journal.in(folder.resolve("kept.json")),
                        threads -> {});

        assertThat(classroom.check("00.1", Untouched.class, StartHereTest::noMeasuring))
                .isInstanceOf(Verdict.NotYet.class);
        assertThatThrownBy(
                        () -> classroom.check("00.1", Attempted.class, StartHereTest::noMeasuring))
                .hasMessage("measured");
    }

    private static Object noMeasuring() {
        throw new IllegalStateException("measured");
    }

    @Test
    void withoutAnyResponseP99IsNotJudged() {
        var finding = StartHere.lookAtP99(load(0, 0, ofMillis(1)));

        assertThat(finding.outcome()).isEqualTo(INCONCLUSIVE);
        assertThat(finding.here()).contains("no request succeeded").doesNotContain("p50");
    }
}
