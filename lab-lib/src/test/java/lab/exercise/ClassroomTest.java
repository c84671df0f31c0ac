package lab.exercise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassroomTest {

    /** A result that needs no run. */
    private record Score(double factor) {}

    @TempDir Path home;
    private Classroom classroom;

    @BeforeEach
    void openTheClassroom() {
        var lesson =
                Lesson.of("00")
                        .claim("C45", Score.class, ClassroomTest::judge)
                        .exercise("00.2", Function.class, ClassroomTest::check);
        classroom =
                new Classroom(
                        List.of(lesson),
                        Journal.in(home.resolve("progress.json")),
                        ThreadGroup::interrupt);
    }

    private static Finding judge(Score score) {
        if (Double.isNaN(score.factor())) {
            return Finding.inconclusive("nothing", "run it again");
        }
        return Finding.of(score.factor() > 2, "×" + score.factor(), "measure")
                .bearingOut(score.factor() > 5 ? 'c' : 'b');
    }

    @SuppressWarnings("unchecked")
    private static Verdict check(Function<?, ?> answer) {
        return ((Function<Integer, Integer>) answer).apply(20) == 40
                ? new Verdict.Passed("It doubles.")
                : new Verdict.Wrong("It does not double.", "Twice.");
    }

    @Test
    void aPredictionIsSettledByTheClaimItIsAbout() {
        classroom.predict("00.1", 'b');

        assertThat(classroom.claim("C45", new Score(12)).text())
                .contains("C45", "×12.0", "You predicted (b); the run says (c).");
        assertThat(classroom.claim("C45", new Score(3)).text())
                .contains("You predicted (b), and so it is in this run; usually it is (c).");
    }

    @Test
    void aPredictionOnAnInconclusiveClaimIsToldThatTheRunCannotTell() {
        classroom.predict("00.1", 'b');

        assertThat(classroom.claim("C45", new Score(Double.NaN)).text())
                .contains("You predicted (b); this run cannot tell.");
        assertThat(classroom.progress().text()).doesNotContain("right");
    }

    @Test
    void withoutAPredictionNothingIsSettled() {
        assertThat(classroom.claim("C45", new Score(12)).text()).doesNotContain("predicted");
    }

    @Test
    void theQuestionMarkOfTheNotebookIsNotYetAPrediction() {
        assertThat(classroom.predict("00.1", '?').text())
                .startsWith("Not yet predicted")
                .contains("Put one of a, b, c in the place");
        assertThat(classroom.claim("C45", new Score(12)).text()).doesNotContain("predicted (");
    }

    @Test
    void aChoiceThatDoesNotExistIsRefusedWithThoseThatDo() {
        assertThatThrownBy(() -> classroom.predict("00.1", 'x'))
                .hasMessageContaining("[a, b, c]")
                .hasMessageContaining("'x'");
    }

    @Test
    void unknownIdsAreRefusedWithTheKnownOnes() {
        assertThatThrownBy(() -> classroom.claim("C999", new Score(1)))
                .hasMessageContaining("claim \"C999\" is not known; known are")
                .hasMessageContaining("C45");
        assertThatThrownBy(() -> classroom.predict("99.1", 'a')).hasMessageContaining("00.1");
        assertThatThrownBy(() -> classroom.check("99.1", null)).hasMessageContaining("00.2");
        assertThatThrownBy(() -> classroom.hint("99.1")).hasMessageContaining("00.2");
    }

    @Test
    void aResultThatCannotTellIsRefusedWithTheOneThatCan() {
        assertThatThrownBy(() -> classroom.claim("C45", "a string"))
                .hasMessageContaining("is judged from Score, not from String");
        assertThatThrownBy(() -> classroom.claim("C45", null)).hasMessageContaining("null");
        assertThatThrownBy(() -> classroom.claim("C13", new Score(1)))
                .hasMessageContaining("is not staged; notebook 02 tells why");
    }

    @Test
    void anUntouchedExerciseIsNotYetAndNotWrong() throws Exception {
        assertThat(classroom.check("00.2", null)).isInstanceOf(Verdict.NotYet.class);
        Function<Integer, Integer> untouched =
                n -> {
                    throw new Todo();
                };
        assertThat(classroom.check("00.2", untouched)).isInstanceOf(Verdict.NotYet.class);
    }

    @Test
    void aRightAnswerPassesAndAWrongOneSaysWhatWasSeen() throws Exception {
        Function<Integer, Integer> right = n -> 2 * n;
        Function<Integer, Integer> wrong = n -> n;

        assertThat(classroom.check("00.2", right).text()).startsWith("Passed");
        assertThat(classroom.check("00.2", wrong).text())
                .startsWith("Wrong")
                .contains("It does not double.");
    }

    @Test
    void anAnswerThatThrowsIsWrongAndNotAnError() throws Exception {
        Function<Integer, Integer> throwing =
                n -> {
                    throw new IllegalStateException("no luck");
                };

        assertThat(classroom.check("00.2", throwing).text())
                .startsWith("Wrong")
                .contains("no luck");
    }

    @Test
    void anAnswerOfAnotherKindSaysWhichKindIsWanted() throws Exception {
        assertThat(classroom.check("00.2", 42).text()).contains("wants: Function", "Integer");
    }

    @Test
    void hintsComeInStagesAndStartAgain() {
        assertThat(classroom.hint("00.2").text()).startsWith("Hint 1 of 2");
        assertThat(classroom.hint("00.2").text()).startsWith("Hint 2 of 2");
        assertThat(classroom.hint("00.2").text()).startsWith("Hint 1 of 2");
    }

    @Test
    void progressCountsWhatWasDone() throws Exception {
        Function<Integer, Integer> right = n -> 2 * n;
        classroom.check("00.2", right);
        classroom.claim("C45", new Score(3));

        assertThat(classroom.progress().text())
                .contains("claims 1 of 1, exercises 1 of 1")
                .contains("progress.json");
    }

    @Test
    void theClaimsOfANotebookComeInTheOrderOfTheirNumbers() {
        var lesson =
                Lesson.of("00")
                        .claim("C128", Score.class, ClassroomTest::judge)
                        .claim("C20", Score.class, ClassroomTest::judge);
        var other =
                new Classroom(
                        List.of(lesson),
                        Journal.in(home.resolve("other.json")),
                        ThreadGroup::interrupt);

        assertThat(other.claims("00").text()).containsSubsequence("C20", "C128");
    }

    @Test
    void theClaimsOfANotebookShowTheLastRunAndWhatIsOpen() {
        assertThat(classroom.claims("00").text()).contains("C45", "not judged yet");

        classroom.claim("C45", new Score(12));

        assertThat(classroom.claims("00").text()).contains("×12.0", "holds: measure");
        assertThatThrownBy(() -> classroom.claims("77")).hasMessageContaining("there are [00]");
    }

    @Test
    void nothingForeignReachesTheNotebookUnescaped() throws Exception {
        Function<Integer, Integer> hostile =
                n -> {
                    throw new IllegalStateException("<script>alert(1)</script>");
                };

        assertThat(classroom.check("00.2", hostile).html())
                .doesNotContain("<script>")
                .contains("&lt;script&gt;");
    }
}
