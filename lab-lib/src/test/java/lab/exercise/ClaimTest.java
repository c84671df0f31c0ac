package lab.exercise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import lab.exercise.Rehearsal.Loud;
import lab.exercise.Rehearsal.Score;
import lab.measure.NotMeasured;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClaimTest {

    @TempDir Path home;
    private Classroom classroom;

    @BeforeEach
    void openTheClassroom() {
        classroom = Rehearsal.open(home, Rehearsal.lesson("00"));
    }

    @Test
    void aResultWithoutTheNeededValuesIsInconclusive() {
        var failing =
                Rehearsal.open(
                        home,
                        Lesson.of("00")
                                .claim(
                                        "C45",
                                        Score.class,
                                        one -> {
                                            throw new NotMeasured("no benchmark \"plus\"");
                                        }));

        assertThat(failing.claim("00 C45", new Score(1)).text())
                .contains("inconclusive", "no benchmark \"plus\"", "run the cell above it again");
    }

    @Test
    void anInconclusiveRunDoesNotReplaceAVerdictAndTheCardReportsIt() {
        classroom.claim("00 C45", new Score(12));

        assertThat(classroom.claim("00 C45", new Score(Double.NaN)).text())
                .contains("inconclusive", "An earlier run has decided this claim", ": holds.");
        assertThat(classroom.claims("00").text()).contains("×12.0").doesNotContain("inconclusive");
    }

    @Test
    void caveatsAreShownNextToTheVerdictAndDoNotChangeIt() {
        assertThat(classroom.claim("00 C45", new Loud()).text())
                .contains("holds: measure\nCaveat: other programs used a CPU");
        assertThat(classroom.claims("00").html()).contains("<br>Caveat: other programs used a CPU");
    }

    @Test
    void claimsAfterTheWordAlsoAreJudgedAndFolded() {
        var two =
                Rehearsal.open(
                        home,
                        Rehearsal.lesson("00").claim("C20", Score.class, one -> seen("the same")));

        var card = two.claim("00 C45, also C20", new Score(12));

        assertThat(card.html())
                .containsSubsequence(">C45<", "<details>", "1 more claim</summary>", ">C20<");
        assertThat(card.text()).contains("C45 · ", "C20 · ", "seen by the same");
        assertThat(two.claims("00").text()).contains("C20 · ").doesNotContain("not judged");
        assertThatThrownBy(() -> two.claim("00 also C20", new Score(12)))
                .hasMessageContaining("ids must name a claim");
    }

    @Test
    void theClaimsOfANotebookAreGroupedByVerdictWithItsMark() {
        var three =
                Rehearsal.open(
                        home,
                        Rehearsal.lesson("00")
                                .claim("C20", Score.class, one -> seen("the same"))
                                .claim("C46", Score.class, one -> Finding.doesNotHold("no", "")));
        three.claim("00 C20 C46", new Score(12));

        assertThat(three.claims("00").text())
                .containsSubsequence(
                        "holds (1)", "C20", "does not hold here (1)", "C46", "not judged", "C45");
        assertThat(three.claims("00").html()).contains("✔", "✘").doesNotContain("◐");
    }

    @Test
    void aLaterJudgeOfAClaimKeepsTheAnswerToItsPrediction() {
        var first = Finding.holds("then", "").bearingOut('b');

        assertThat(first.or(Finding.doesNotHold("now", "")).came()).containsExactly('b');
        assertThat(first.or(Finding.doesNotHold("now", "").bearingOut('c')).came())
                .containsExactly('c');
        assertThat(first.or(Finding.inconclusive("now", ""))).isEqualTo(first);
    }

    @Test
    void eachNotebookKeepsItsOwnVerdictOnASharedClaim() {
        var both =
                Rehearsal.open(
                        home,
                        Rehearsal.lesson("00"),
                        Lesson.of("02").claim("C45", Score.class, one -> seen("02")));

        both.claim("00 C45", new Score(12));
        both.claim("02 C45", new Score(12));

        assertThat(both.claims("00").text()).contains("×12.0").doesNotContain("seen by 02");
        assertThat(both.claims("02").text()).contains("seen by 02").doesNotContain("×12.0");
    }

    @Test
    void withoutANumberTheOnlyMatchingNotebookJudgesAndAnAmbiguousClaimIsRejected() {
        var both =
                Rehearsal.open(
                        home,
                        Rehearsal.lesson("00"),
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
    void aNotebookThatDoesNotJudgeAClaimIsRejectedWithTheOneThatDoes() {
        var both =
                Rehearsal.open(
                        home,
                        Rehearsal.lesson("00"),
                        Lesson.of("02").claim("C20", Score.class, one -> seen("02")));

        assertThatThrownBy(() -> both.claim("00 C20", new Score(1)))
                .hasMessage("claim C20 is not judged in notebook 00; write claim(\"02 C20\", …)");
        assertThatThrownBy(() -> both.claim("77 C20", new Score(1))).hasMessageContaining("\"77\"");
        assertThatThrownBy(() -> both.claim("02", new Score(1)))
                .hasMessageContaining("ids must name a claim, was \"02\"");
        assertThatThrownBy(() -> both.claim(" ", new Score(1))).hasMessageContaining("was \" \"");
    }

    @Test
    void anOldFindingWithoutItsNotebookIsReadIfOnlyOneNotebookJudgesTheClaim() throws IOException {
        var old = "{\"outcome\": \"HOLDS\", \"here\": \"%s\", \"lesson\": \"\", \"came\": [\"c\"]}";
        Files.writeString(
                home.resolve("progress.json"),
                "{\"claims\": {\"C45\": %s, \"C20\": %s}}"
                        .formatted(old.formatted("then"), old.formatted("unclear")));
        var both =
                Rehearsal.open(
                        home,
                        Rehearsal.lesson("00").claim("C20", Score.class, one -> seen("00")),
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
    void unknownIdsAreRejectedWithTheKnownOnes() {
        assertThatThrownBy(() -> classroom.claim("C999", new Score(1)))
                .hasMessageContaining("there is no claim \"C999\"; there are")
                .hasMessageContaining("C45");
        assertThatThrownBy(() -> classroom.predict("99.1", "a")).hasMessageContaining("00.1");
        assertThatThrownBy(() -> classroom.check("99.1", null)).hasMessageContaining("00.2");
        assertThatThrownBy(() -> classroom.hint("99.1")).hasMessageContaining("00.2");
    }

    @Test
    void aResultOfTheWrongTypeIsRejectedWithTheRightTypes() {
        assertThatThrownBy(() -> classroom.claim("C45", "a string"))
                .hasMessageContaining("is judged from Score or Loud, not from String");
        assertThatThrownBy(() -> classroom.claim("C45", null))
                .hasMessageContaining("has failed, or was stopped");
        assertThatThrownBy(() -> classroom.claim("C13", new Score(1)))
                .hasMessageContaining("claim C13 is not judged in this lab");
    }

    @Test
    void theClaimsOfANotebookAreInNumericalOrder() {
        var other =
                Rehearsal.open(
                        home,
                        Lesson.of("00")
                                .claim("C128", Score.class, Rehearsal::judge)
                                .claim("C20", Score.class, Rehearsal::judge));

        assertThat(other.claims("00").text()).containsSubsequence("C20", "C128");
    }

    @Test
    void theClaimsOfANotebookShowTheLastRunAndTheOpenClaims() {
        assertThat(classroom.claims("00").text()).contains("C45", "not judged yet");

        classroom.claim("C45", new Score(12));

        assertThat(classroom.claims("00").text()).contains("×12.0", "holds: measure");
        assertThatThrownBy(() -> classroom.claims("77")).hasMessageContaining("\"00\"");
    }
}
