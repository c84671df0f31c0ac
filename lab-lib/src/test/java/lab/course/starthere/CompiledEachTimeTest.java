package lab.course.starthere;

import static java.time.Duration.ofSeconds;
import static lab.exercise.Finding.Outcome.DOES_NOT_HOLD;
import static lab.exercise.Finding.Outcome.HOLDS;
import static lab.exercise.Finding.Outcome.INCONCLUSIVE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import lab.bench.BenchResult;
import lab.bench.Ran;
import lab.bench.Score;
import lab.exercise.Finding;
import org.junit.jupiter.api.Test;

class CompiledEachTimeTest {

    @Test
    void compilingOnEveryCallIsJudgedByTheInterval() {
        assertThat(judged(100, 1, 400, 4)).isEqualTo(HOLDS);
        assertThat(judged(100, 1, 101, 1)).isEqualTo(DOES_NOT_HOLD);
        assertThat(judged(100, 30, 120, 40)).isEqualTo(INCONCLUSIVE);
    }

    private static Finding.Outcome judged(double once, double error, double each, double other) {
        var scores = List.of(score("once", once, error), score("eachTime", each, other));
        return StartHere.compiledEachTime(
                        new BenchResult(
                                scores,
                                List.of(),
                                List.of(),
                                List.of(),
                                new Ran(6, 47, 0.03, Ran.Ending.DECIDED, ofSeconds(12))))
                .outcome();
    }

    private static Score score(String name, double value, double error) {
        return new Score(
                name, name, Map.of(), "avgt", value, error, "ns/op", 10, Map.of(), List.of());
    }
}
