package lab.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import lab.exercise.Rehearsal.Score;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PredictTest {

    @TempDir Path home;
    private Classroom classroom;

    @BeforeEach
    void openTheClassroom() {
        classroom = Rehearsal.open(home, Rehearsal.lesson("00"));
    }

    @Test
    void aPredictionIsDecidedByItsClaimInTheWordsOfItsChoices() {
        classroom.predict("00.1", "b");

        assertThat(classroom.claim("00 C45", new Score(12)).text())
                .contains(
                        "C45", "×12.0", "You predicted: about twice as long. This run shows: more")
                .doesNotContain("(b)");
        assertThat(classroom.claim("00 C45", new Score(2.5)).text())
                .contains("Correct in this run; usually the answer is: more than three times");
    }

    @Test
    void anUnusualRunIsNotExplainedByWhatIsUsuallyTrue() {
        classroom.predict("00.1", "a");
        assertThat(classroom.claim("00 C45", new Score(2.5)).text())
                .contains("This run shows: about twice as long. About your choice: Both make")
                .contains("Usually the answer is: more than three times as long: `format` interp")
                .doesNotContain("About the answer");
    }

    @Test
    void theUsualAnswerIsSaidToBeTheUsualOne() {
        classroom.predict("00.1", "c");

        assertThat(classroom.claim("00 C45", new Score(2.5)).text())
                .contains(
                        "This run shows: about twice as long. Usually your choice is the answer."
                                + " `format` interprets");
    }

    @Test
    void aRightPredictionShowsTheReason() {
        classroom.predict("00.1", "c");

        assertThat(classroom.claim("00 C45", new Score(12)).text())
                .contains(
                        "You predicted: more than three times as long. Correct. `format` interpr");
        assertThat(classroom.progress().text()).contains("predictions 1 of 4 (1 of 1 right)");
    }

    @Test
    void anInconclusiveClaimDecidesNoPredictionAndIsNotCounted() {
        classroom.predict("00.1", "b");

        assertThat(classroom.claim("00 C45", new Score(Double.NaN)).text())
                .contains("You predicted: about twice as long. This run cannot decide it.");
        assertThat(classroom.progress().text()).contains("claims 0 of 1").doesNotContain("right");
    }

    @Test
    void aLaterResultThatIsAboutSomethingElseDoesNotJudgeThePredictionAgain() {
        classroom.predict("00.1", "c");
        classroom.claim("00 C45", new Score(12));

        assertThat(classroom.claim("00 C45", new Rehearsal.Loud()).text())
                .contains("holds")
                .doesNotContain("You predicted", "An earlier run");
        assertThat(classroom.progress().text()).contains("1 of 1 right");
    }

    @Test
    void aFindingThatMatchesNoChoiceIsReported() {
        classroom.predict("00.1", "b");

        assertThat(classroom.claim("00 C45", new Score(1)).text())
                .contains("This run does not decide between the choices.");
    }

    @Test
    void withoutAPredictionNothingIsDecided() {
        assertThat(classroom.claim("00 C45", new Score(12)).text()).doesNotContain("predicted");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?", "", " ", "'?'", "??"})
    void theQuestionMarkInTheNotebookIsNotAPrediction(String open) {
        assertThat(classroom.predict("00.1", open).text())
                .startsWith("Not yet predicted")
                .contains("Write a, b or c between the quotes", "predict(\"00.1\", 'a')");
        assertThat(classroom.claim("00 C45", new Score(12)).text()).doesNotContain("predicted:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"b", "B", " b ", "b)", "(b)", "'b'", "b.", "(b) about twice as long"})
    void aChoiceIsAcceptedInAnyNotation(String written) {
        assertThat(classroom.predict("00.1", written).text())
                .startsWith("Noted: about twice as long");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "bb", "2", "abc", "é", "both"})
    void anUnknownChoiceShowsACardWithTheValidChoices(String written) {
        assertThat(classroom.predict("00.1", written).text())
                .startsWith("There is no choice \"" + written + "\"")
                .contains("Write a, b or c");
    }

    @Test
    void aPredictionCannotBeChangedAfterItsClaimWasJudged() {
        classroom.predict("00.1", "b");
        classroom.claim("00 C45", new Score(12));

        assertThat(classroom.predict("00.1", "c").text())
                .startsWith("Your prediction stays: about twice as long")
                .contains("Kernel > Restart");
        assertThat(classroom.predict("00.1", "b").text()).startsWith("Noted: about twice");
        assertThat(classroom.claim("00 C45", new Score(12)).text()).contains("about twice as long");
    }

    @Test
    void aPredictionAfterTheClaimIsRejected() {
        classroom.claim("00 C45", new Score(12));

        assertThat(classroom.predict("00.1", "c").text()).startsWith("Too late to predict");
        assertThat(classroom.progress().text()).contains("predictions 0 of 4");
    }

    @Test
    void aNewSessionAcceptsANewPrediction() {
        classroom.predict("00.1", "b");
        classroom.claim("00 C45", new Score(12));

        assertThat(Rehearsal.open(home, Rehearsal.lesson("00")).predict("00.1", "c").text())
                .startsWith("Noted: more than");
    }

    @Test
    void anInconclusiveRunLeavesThePredictionOpen() {
        classroom.predict("00.1", "b");
        classroom.claim("00 C45", new Score(Double.NaN));

        assertThat(classroom.predict("00.1", "c").text()).startsWith("Noted");
    }
}
