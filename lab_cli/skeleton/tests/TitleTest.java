package lab.course.$room;

import static lab.exercise.Finding.Outcome.DOES_NOT_HOLD;
import static lab.exercise.Finding.Outcome.HOLDS;
import static lab.exercise.Finding.Outcome.INCONCLUSIVE;
import static org.assertj.core.api.Assertions.assertThat;

import lab.exercise.Verdict;
import org.junit.jupiter.api.Test;

class ${Title}Test {

    @Test
    void theIntervalDecides() {
        assertThat(${Title}Claims.slower(1.8, 2.2).outcome()).isEqualTo(HOLDS);
        assertThat(${Title}Claims.slower(1.8, 2.2).came()).containsExactly('c');
        assertThat(${Title}Claims.slower(1, 1.1).outcome()).isEqualTo(DOES_NOT_HOLD);
        assertThat(${Title}Claims.slower(1, 1.1).came()).containsExactly('a');
        assertThat(${Title}Claims.slower(1, 3).outcome()).isEqualTo(INCONCLUSIVE);
        assertThat(${Title}Claims.slower(1, 3).came()).isEmpty();
    }

    @Test
    void aNumberMustBeDoubled() {
        assertThat(DoubleIt.check(n -> 2 * n)).isInstanceOf(Verdict.Passed.class);
        assertThat(DoubleIt.check(n -> n).text()).contains("For 21 the answer was 21.");
    }
}
