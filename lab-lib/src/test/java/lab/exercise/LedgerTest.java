package lab.exercise;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import lab.course.Course;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Checks the files of claims and predictions against the lessons that use them. */
class LedgerTest {

    private static final List<Lesson> lessons = Course.lessons();

    private static Set<Claim> claimsOf(Lesson lesson) {
        var ledger = new Ledger(lessons);
        return ledger.claims().stream()
                .filter(claim -> claim.verdicts().containsKey(lesson.notebook()))
                .collect(toSet());
    }

    @ParameterizedTest
    @FieldSource("lessons")
    void aLessonJudgesExactlyTheClaimsOfItsNotebook(Lesson lesson) {
        assertThat(lesson.claims())
                .containsExactlyInAnyOrderElementsOf(
                        claimsOf(lesson).stream().map(Claim::id).toList());
    }

    @ParameterizedTest
    @FieldSource("lessons")
    void everyExpectedVerdictCanAppearOnACard(Lesson lesson) {
        var words = Arrays.stream(Finding.Outcome.values()).map(Finding.Outcome::words).toList();

        assertThat(claimsOf(lesson).stream().map(claim -> claim.verdicts().get(lesson.notebook())))
                .allSatisfy(verdicts -> assertThat(words).containsAll(verdicts));
    }

    @ParameterizedTest
    @FieldSource("lessons")
    void everyPredictionIsSettledByAClaimOfItsOwnNotebook(Lesson lesson) {
        assertThat(Prediction.of(lesson.notebook()))
                .allSatisfy(
                        prediction -> {
                            assertThat(lesson.claims()).contains(prediction.settledBy());
                            assertThat(prediction.choices()).containsKey(prediction.expected());
                        });
    }

    @Test
    void aMeasuredValueSelectsTheHighestBoundBelowIt() {
        assertThat(Stream.of(9.9, 10.0, 499.0, 500.0).map(ms -> Prediction.choice("02.1", ms)))
                .containsExactly('a', 'b', 'b', 'c');
        assertThat(Stream.of(0.5, 1.0, 10.0).map(ms -> Prediction.choice("02.2", ms)))
                .containsExactly('c', 'b', 'a');
        assertThat(Prediction.choice("02.1", 20, 40)).containsExactly('b');
        assertThat(Prediction.choice("02.1", 5, 40)).isEmpty();
    }

    @Test
    void anUnknownPredictionIsRejected() {
        assertThatThrownBy(() -> Prediction.choice("02.99", 1)).hasMessageContaining("02.99");
    }
}
