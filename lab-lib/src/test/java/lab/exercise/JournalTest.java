package lab.exercise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {

    @TempDir Path home;

    private Path file() {
        return home.resolve("lab").resolve("progress.json");
    }

    @Test
    void whatOneKernelNotesTheNextOneReads() {
        Journal.in(file()).change(before -> before.predicted("02.1", 'b'));

        assertThat(Journal.in(file()).progress().predictions()).containsEntry("02.1", 'b');
    }

    @Test
    void twoKernelsDoNotOverwriteEachOther() {
        var one = Journal.in(file());
        var other = Journal.in(file());

        one.change(before -> before.predicted("00.1", 'a'));
        other.change(before -> before.checked("02.1", true));

        var read = Journal.in(file()).progress();
        assertThat(read.predictions()).containsKey("00.1");
        assertThat(read.exercises()).containsEntry("02.1", true);
    }

    @Test
    void aPassedExerciseStaysPassed() {
        var journal = Journal.in(file());

        journal.change(before -> before.checked("02.1", true));
        journal.change(before -> before.checked("02.1", false));

        assertThat(journal.progress().exercises()).containsEntry("02.1", true);
    }

    @Test
    void findingsSurviveARestart() {
        var finding = Finding.doesNotHold("0.3 ns", "nobody looked").bearingOut('a', 'c');
        Journal.in(file()).change(before -> before.judged("C20", finding));

        assertThat(Journal.in(file()).progress().claims()).containsEntry("C20", finding);
    }

    @Test
    void aBrokenFileIsKeptBesideANewOne() throws IOException {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), "{ not json");

        var journal = Journal.in(file());

        assertThat(journal.progress()).isEqualTo(Progress.none());
        assertThat(file().resolveSibling("progress.json.broken")).hasContent("{ not json");
    }

    @Test
    void withoutAPlaceToWriteProgressLastsAsLongAsTheKernelAndSaysSo() throws IOException {
        var blocked = Files.writeString(home.resolve("a-file"), "in the way");

        var journal = Journal.in(blocked.resolve("progress.json"));
        journal.change(before -> before.predicted("02.1", 'b'));

        assertThat(journal.progress().predictions()).containsKey("02.1");
        assertThat(journal.trouble()).get().asString().contains("until the kernel ends");
    }

    @Test
    void progressOfAnotherSessionIsBroughtBack() {
        var elsewhere = home.resolve("saved.json");
        Journal.in(elsewhere).change(before -> before.checked("00.2", true));
        var journal = Journal.in(file());

        journal.merge(elsewhere);

        assertThat(journal.progress().exercises()).containsEntry("00.2", true);
    }

    @Test
    void aFileThatIsNoProgressChangesNothingAndSaysWhatToGive() throws IOException {
        var wrong = Files.writeString(home.resolve("wrong.json"), "[1, 2]");
        var journal = Journal.in(file());

        assertThatThrownBy(() -> journal.merge(wrong))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("give the path of a progress.json");
        assertThat(journal.progress()).isEqualTo(Progress.none());
    }
}
