package lab.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.function.Function;
import lab.exercise.Rehearsal.Score;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassroomTest {

    @TempDir Path home;
    private Classroom classroom;

    @BeforeEach
    void openTheClassroom() {
        classroom = Rehearsal.open(home, Rehearsal.lesson("00"));
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
    void aRightAnswerPassesAndAWrongOneReportsWhatWasSeen() throws Exception {
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
                .contains("It threw `IllegalStateException: no luck`");
    }

    @Test
    void anAnswerOfTheWrongTypeReportsTheExpectedType() throws Exception {
        assertThat(classroom.check("00.2", 42).text())
                .contains("a value of type Function, and this one has the type Integer");
    }

    @Test
    void aLambdaOfTheWrongTypeIsReportedByItsInterface() throws Exception {
        assertThat(classroom.check("00.2", (Runnable) () -> {}).text()).contains("type Runnable");
    }

    @Test
    void hintsAreShownInStagesAndThenRestart() {
        assertThat(classroom.hint("00.2").text()).startsWith("Hint 1 of 2");
        assertThat(classroom.hint("00.2").text()).startsWith("Hint 2 of 2");
        assertThat(classroom.hint("00.2").text()).startsWith("Hint 1 of 2");
    }

    @Test
    void progressCountsCompletedItems() throws Exception {
        Function<Integer, Integer> right = n -> 2 * n;
        classroom.check("00.2", right);
        classroom.claim("C45", new Score(3));

        assertThat(classroom.progress().text())
                .contains("claims 1 of 1, exercises 1 of 1")
                .contains("progress.json");
    }

    @Test
    void foreignTextIsEscapedInTheNotebook() throws Exception {
        Function<Integer, Integer> hostile =
                n -> {
                    throw new IllegalStateException("<script>alert(1)</script>");
                };

        assertThat(classroom.check("00.2", hostile).html())
                .doesNotContain("<script>")
                .contains("&lt;script&gt;");
    }
}
