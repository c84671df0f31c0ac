package lab.course.threadpools;

import static org.assertj.core.api.Assertions.assertThat;

import lab.exercise.Verdict;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class MixedLoadTest {

    @ParameterizedTest
    @ValueSource(ints = {16, 18, 24})
    void severalReservesPass(int threads) throws Exception {
        assertThat(MixedLoad.check(threads)).isInstanceOf(Verdict.Passed.class);
    }

    @ParameterizedTest
    @CsvSource({
        "0, at least 1 thread",
        "2, Add both",
        "10, Add both",
        "12, That is the mean",
        "14, in a burst",
        "30, a much larger pool",
        "200, a much larger pool"
    })
    void eachMistakeHasItsNudge(int threads, String nudge) throws Exception {
        var verdict = MixedLoad.check(threads);

        assertThat(verdict).isInstanceOf(Verdict.Wrong.class);
        assertThat(verdict.text()).contains(nudge);
    }
}
