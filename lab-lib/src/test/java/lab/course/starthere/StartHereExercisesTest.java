package lab.course.starthere;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntToLongFunction;
import java.util.stream.LongStream;
import lab.bench.BenchResult;
import lab.bench.Ran;
import lab.bench.Score;
import lab.exercise.Verdict;
import org.junit.jupiter.api.Test;

/** Checks of the exercises of notebook 00. */
class StartHereExercisesTest {

    private static Score score(String name, double value) {
        return new Score(
                name, name, Map.of(), "avgt", value, 0.1, "ns/op", 10, Map.of(), List.of());
    }

    private static BenchResult bench(Score... scores) {
        var ran = new Ran(6, 47, 0.03, Ran.Ending.DECIDED, ofSeconds(12));
        return new BenchResult(List.of(scores), List.of(), List.of(), List.of(), ran);
    }

    @Test
    void aSumThatIsNotRemovedTakesFarLongerThanAnEmptyBenchmark() {
        var nothing = score("nothing", 0.3);

        assertThat(KeepTheSum.check(bench(nothing, score("root", 900))).text())
                .contains("Wrong", "no benchmark named roots; there is nothing, root");
        assertThat(KeepTheSum.check(bench(nothing, score("roots", 900))))
                .isEqualTo(new Verdict.Passed("roots takes 900 ns: the compiler kept the loop."));
        assertThat(KeepTheSum.check(bench(nothing, score("roots", 0.4))).text())
                .contains("Wrong", "0.400 ns, hardly more than nothing");
        assertThat(KeepTheSum.check(bench(nothing, score("roots", 24))).text())
                .as("only a reading of the clock")
                .contains("Wrong", "24 ns, too little for a thousand square roots");
        assertThat(KeepTheSum.check(bench(score("roots", 900))).text())
                .contains("The benchmark named nothing is missing");
    }

    @Test
    void p99UsesTheNearestRankWithoutRoundingOrInterpolation() {
        assertThat(seen(NearestRank.check(p99(n -> Math.round(0.99 * n) - 1)))).contains("160");
        assertThat(NearestRank.check(p99(n -> n - n / 100 - 1L)))
                .isInstanceOf(Verdict.Passed.class);
    }

    private static Function<long[], Long> p99(IntToLongFunction index) {
        return latencies ->
                LongStream.of(latencies)
                        .sorted()
                        .toArray()[(int) index.applyAsLong(latencies.length)];
    }

    private static String seen(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Wrong.class);
        return verdict.text();
    }
}
