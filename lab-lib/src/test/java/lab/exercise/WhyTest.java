package lab.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class WhyTest {

    private final Why why =
            new Why('b', new TreeMap<>(Map.of('a', "No: it slept.", 'b', "Yes: it slept.")));

    @Test
    void theReasonPassesAndEachOtherChoiceIsRefuted() {
        assertThat(why.judge('b')).isEqualTo(new Verdict.Passed("Yes: it slept."));
        assertThat(why.judge('B')).isInstanceOf(Verdict.Passed.class);
        assertThat(why.judge('a').text()).contains("Wrong", "No: it slept.", "Choose another");
    }

    @Test
    void withoutAChoiceNothingIsJudged() {
        assertThat(why.judge('?')).isInstanceOf(Verdict.NotYet.class);
        assertThat(why.judge('x').text()).contains("no choice 'x'", "The choices are a to b");
    }

    @Test
    void theChoicesOfAnExerciseAreInItsFolder() {
        assertThat(Why.of("03.3").because()).containsOnlyKeys('a', 'b', 'c', 'd');
    }
}
