package lab.exercise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import lab.measure.Measured;
import lab.measure.Shape;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClassroomTest {

    /** A result that needs no run. */
    private record Score(double factor) {}

    /** A result that doubts itself. */
    private record Loud() implements Measured {

        @Override
        public Shape shape() {
            throw new UnsupportedOperationException("nothing is drawn here");
        }

        @Override
        public String finding() {
            return "loud";
        }

        @Override
        public List<String> caveats() {
            return List.of("other programs used a CPU");
        }
    }

    @TempDir Path home;
    private Classroom classroom;

    @BeforeEach
    void openTheClassroom() {
        classroom = open(lesson("00"));
    }

    private static Lesson lesson(String notebook) {
        return Lesson.of(notebook)
                .claim("C45", Score.class, ClassroomTest::judge)
                .claim("C45", Loud.class, loud -> Finding.holds("×2", "measure"))
                .exercise("00.2", Function.class, ClassroomTest::check);
    }

    private Classroom open(Lesson... lessons) {
        return new Classroom(
                List.of(lessons),
                Journal.in(home.resolve("progress.json")),
                ThreadGroup::interrupt);
    }

    private static Finding judge(Score score) {
        if (Double.isNaN(score.factor())) {
            return Finding.inconclusive("nothing", "run it again").bearingOut('a');
        }
        var finding = Finding.of(score.factor() > 2, "×" + score.factor(), "measure");
        return score.factor() == 1
                ? finding
                : finding.bearingOut(Prediction.choice("00.1", score.factor()));
    }

    @SuppressWarnings("unchecked")
    private static Verdict check(Function<?, ?> answer) {
        return ((Function<Integer, Integer>) answer).apply(20) == 40
                ? new Verdict.Passed("It doubles.")
                : new Verdict.Wrong("It does not double.", "Twice.");
    }

    @Test
    void aPredictionIsSettledByTheClaimItIsAboutInTheWordsOfItsChoices() {
        classroom.predict("00.1", "b");

        assertThat(classroom.claim("00 C45", new Score(12)).text())
                .contains(
                        "C45", "×12.0", "You predicted: about twice as long. This run shows: more")
                .doesNotContain("(b)");
        assertThat(classroom.claim("00 C45", new Score(2.5)).text())
                .contains("Correct in this run; usually the answer is: more than three times");
    }

    @Test
    void aRightPredictionGetsTheReason() {
        classroom.predict("00.1", "c");

        assertThat(classroom.claim("00 C45", new Score(12)).text())
                .contains(
                        "You predicted: more than three times as long. Correct. `format` interpr");
        assertThat(classroom.progress().text()).contains("predictions 1 of 4 (1 of 1 right)");
    }

    @Test
    void anInconclusiveClaimSettlesNothingAndIsNotCounted() {
        classroom.predict("00.1", "b");

        assertThat(classroom.claim("00 C45", new Score(Double.NaN)).text())
                .contains("You predicted: about twice as long. This run cannot decide it.");
        assertThat(classroom.progress().text()).contains("claims 0 of 1").doesNotContain("right");
    }

    @Test
    void aFindingThatFitsNoChoiceSaysSo() {
        classroom.predict("00.1", "b");

        assertThat(classroom.claim("00 C45", new Score(1)).text())
                .contains("In this run none of the choices came true.");
    }

    @Test
    void aDecidedClaimIsNotReplacedByAnInconclusiveRunAndTheCardSaysSo() {
        classroom.claim("00 C45", new Score(12));

        assertThat(classroom.claim("00 C45", new Score(Double.NaN)).text())
                .contains("inconclusive", "An earlier run has decided this claim", ": holds.");
        assertThat(classroom.claims("00").text()).contains("×12.0").doesNotContain("inconclusive");
    }

    @Test
    void whatTheResultDoubtsIsShownBesideTheVerdictAndDoesNotChangeIt() {
        assertThat(classroom.claim("00 C45", new Loud()).text())
                .contains("holds: measure\nCaveat: other programs used a CPU");
        assertThat(classroom.claims("00").html()).contains("<br>Caveat: other programs used a CPU");
    }

    @Test
    void withoutAPredictionNothingIsSettled() {
        assertThat(classroom.claim("00 C45", new Score(12)).text()).doesNotContain("predicted");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?", "", " ", "'?'", "??"})
    void theQuestionMarkOfTheNotebookIsNotYetAPrediction(String open) {
        assertThat(classroom.predict("00.1", open).text())
                .startsWith("Not yet predicted")
                .contains("Write a, b or c between the quotes", "predict(\"00.1\", 'a')");
        assertThat(classroom.claim("00 C45", new Score(12)).text()).doesNotContain("predicted:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"b", "B", " b ", "b)", "(b)", "'b'", "b.", "(b) about twice as long"})
    void aChoiceIsUnderstoodHoweverItIsWritten(String written) {
        assertThat(classroom.predict("00.1", written).text())
                .startsWith("Noted: about twice as long");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "bb", "2", "abc", "é", "both"})
    void aChoiceThatDoesNotExistGetsACardWithThoseThatDo(String written) {
        assertThat(classroom.predict("00.1", written).text())
                .startsWith("There is no choice \"" + written + "\"")
                .contains("Write a, b or c");
    }

    @Test
    void aPredictionCannotBeChangedOnceTheRunHasJudgedItsClaim() {
        classroom.predict("00.1", "b");
        classroom.claim("00 C45", new Score(12));

        assertThat(classroom.predict("00.1", "c").text())
                .startsWith("Your prediction stays: about twice as long")
                .contains("Kernel > Restart");
        assertThat(classroom.predict("00.1", "b").text()).startsWith("Noted: about twice");
        assertThat(classroom.claim("00 C45", new Score(12)).text()).contains("about twice as long");
    }

    @Test
    void afterTheClaimItIsTooLateToPredict() {
        classroom.claim("00 C45", new Score(12));

        assertThat(classroom.predict("00.1", "c").text()).startsWith("Too late to predict");
        assertThat(classroom.progress().text()).contains("predictions 0 of 4");
    }

    @Test
    void aNewRunAsksAgain() {
        classroom.predict("00.1", "b");
        classroom.claim("00 C45", new Score(12));

        assertThat(open(lesson("00")).predict("00.1", "c").text()).startsWith("Noted: more than");
    }

    @Test
    void anInconclusiveRunLeavesThePredictionOpen() {
        classroom.predict("00.1", "b");
        classroom.claim("00 C45", new Score(Double.NaN));

        assertThat(classroom.predict("00.1", "c").text()).startsWith("Noted");
    }

    @Test
    void eachNotebookKeepsItsOwnVerdictOnAClaimThatTwoStage() {
        var both = open(lesson("00"), Lesson.of("02").claim("C45", Score.class, one -> seen("02")));

        both.claim("00 C45", new Score(12));
        both.claim("02 C45", new Score(12));

        assertThat(both.claims("00").text()).contains("×12.0").doesNotContain("seen by 02");
        assertThat(both.claims("02").text()).contains("seen by 02").doesNotContain("×12.0");
    }

    @Test
    void withoutANumberTheOnlyNotebookThatCanJudgesAndTwoAreRefusedWithWhatToWrite() {
        var both =
                open(
                        lesson("00"),
                        Lesson.of("02")
                                .claim("C45", String.class, text -> seen(text))
                                .claim("C20", Score.class, one -> seen("02")),
                        Lesson.of("05").claim("C20", Score.class, one -> seen("05")));

        assertThat(both.claim("C45", new Score(12)).text()).contains("×12.0");
        assertThat(both.claim("C45", "a text").text()).contains("seen by a text");
        assertThatThrownBy(() -> both.claim("C20", new Score(1)))
                .hasMessage(
                        "notebooks 02 and 05 judge claim C20; name one, such as"
                                + " claim(\"02 C20\", …)");
    }

    @Test
    void aNotebookThatDoesNotStageAClaimIsRefusedWithTheOneThatDoes() {
        var both = open(lesson("00"), Lesson.of("02").claim("C20", Score.class, one -> seen("02")));

        assertThatThrownBy(() -> both.claim("00 C20", new Score(1)))
                .hasMessage("claim C20 is not judged in notebook 00; write claim(\"02 C20\", …)");
        assertThatThrownBy(() -> both.claim("77 C20", new Score(1))).hasMessageContaining("\"77\"");
        assertThatThrownBy(() -> both.claim("02", new Score(1)))
                .hasMessageContaining("ids must name a claim, was \"02\"");
        assertThatThrownBy(() -> both.claim(" ", new Score(1))).hasMessageContaining("was \" \"");
    }

    @Test
    void aFindingThatAnEarlierLabKeptWithoutItsNotebookIsReadWhereOnlyOneStagesTheClaim()
            throws IOException {
        var old = "{\"outcome\": \"HOLDS\", \"here\": \"%s\", \"lesson\": \"\", \"came\": [\"c\"]}";
        Files.writeString(
                home.resolve("progress.json"),
                "{\"claims\": {\"C45\": %s, \"C20\": %s}}"
                        .formatted(old.formatted("then"), old.formatted("unclear")));
        var both =
                open(
                        lesson("00").claim("C20", Score.class, one -> seen("00")),
                        Lesson.of("02").claim("C20", Score.class, one -> seen("02")));

        assertThat(both.claims("00").text())
                .contains("here: then · holds", "C20", "not judged yet");
        assertThat(both.claims("02").text()).doesNotContain("unclear");
        assertThat(home.resolve("progress.json")).content().contains("00 C45", "unclear");
    }

    private static Finding seen(String where) {
        return Finding.holds("seen by " + where, "");
    }

    @Test
    void unknownIdsAreRefusedWithTheKnownOnes() {
        assertThatThrownBy(() -> classroom.claim("C999", new Score(1)))
                .hasMessageContaining("there is no claim \"C999\"; there are")
                .hasMessageContaining("C45");
        assertThatThrownBy(() -> classroom.predict("99.1", "a")).hasMessageContaining("00.1");
        assertThatThrownBy(() -> classroom.check("99.1", null)).hasMessageContaining("00.2");
        assertThatThrownBy(() -> classroom.hint("99.1")).hasMessageContaining("00.2");
    }

    @Test
    void aResultThatCannotTellIsRefusedWithTheOneThatCan() {
        assertThatThrownBy(() -> classroom.claim("C45", "a string"))
                .hasMessageContaining("is judged from Score or Loud, not from String");
        assertThatThrownBy(() -> classroom.claim("C45", null)).hasMessageContaining("null");
        assertThatThrownBy(() -> classroom.claim("C13", new Score(1)))
                .hasMessageContaining("claim C13 is not judged in this lab");
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
        assertThat(classroom.check("00.2", 42).text())
                .contains("needs a Function, and it got a Integer");
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
        var other =
                open(
                        Lesson.of("00")
                                .claim("C128", Score.class, ClassroomTest::judge)
                                .claim("C20", Score.class, ClassroomTest::judge));

        assertThat(other.claims("00").text()).containsSubsequence("C20", "C128");
    }

    @Test
    void theClaimsOfANotebookShowTheLastRunAndWhatIsOpen() {
        assertThat(classroom.claims("00").text()).contains("C45", "not judged yet");

        classroom.claim("C45", new Score(12));

        assertThat(classroom.claims("00").text()).contains("×12.0", "holds: measure");
        assertThatThrownBy(() -> classroom.claims("77")).hasMessageContaining("\"00\"");
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
