package lab.exercise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JournalTest {

    @TempDir Path home;

    private Path file() {
        return home.resolve("lab").resolve("progress.json");
    }

    @Test
    void theNextKernelReadsWhatThePreviousOneSaved() {
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
        Journal.in(file()).change(before -> before.judged("02 C20", finding));

        assertThat(Journal.in(file()).progress().claims()).containsEntry("02 C20", finding);
    }

    @Test
    void aBrokenFileIsKeptNextToANewOne() throws IOException {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), "{ not json");

        var journal = Journal.in(file());

        assertThat(journal.progress()).isEqualTo(Progress.none());
        assertThat(file().resolveSibling("progress.json.broken")).hasContent("{ not json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "", "[1]", "{\"exercises\": {\"00.1\": null}}", "\u0000"})
    void aFileThatIsNotProgressIsKeptEachTimeAndReported(String content) throws IOException {
        Files.createDirectories(file().getParent());
        for (var kept : List.of("progress.json.broken", "progress.json.broken2")) {
            Files.writeString(file(), content);

            var journal = Journal.in(file());

            assertThat(journal.trouble()).get().asString().endsWith(kept);
            assertThat(file().resolveSibling(kept)).hasContent(content);
        }
    }

    @Test
    void aFileOfInvalidBytesIsKeptAsWell() throws IOException {
        Files.createDirectories(file().getParent());
        Files.write(file(), new byte[] {(byte) 0xff, 1});

        assertThat(Journal.in(file()).trouble()).get().asString().endsWith(".broken");
    }

    @Test
    void dataOfAnotherVersionOfTheLabIsNotRemoved() throws IOException {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), "{\"badges\": [\"first\"], \"predictions\": {\"00.2\": \"b\"}}");

        Journal.in(file()).change(before -> before.predicted("00.1", 'a'));

        assertThat(file()).content().contains("badges", "first", "00.1", "00.2");
    }

    @Test
    void withoutAWritableFolderProgressLastsAsLongAsTheKernelAndTheCardReportsIt()
            throws IOException {
        var blocked = Files.writeString(home.resolve("a-file"), "in the way");

        var journal = Journal.in(blocked.resolve("progress.json"));
        journal.change(before -> before.predicted("02.1", 'b'));

        assertThat(journal.progress().predictions()).containsKey("02.1");
        assertThat(journal.trouble()).get().asString().contains("until the kernel ends");
    }

    @Test
    void progressOfAnotherSessionIsRestored() {
        var elsewhere = home.resolve("saved.json");
        Journal.in(elsewhere).change(before -> before.checked("00.2", true));
        var journal = Journal.in(file());

        journal.merge(elsewhere);

        assertThat(journal.progress().exercises()).containsEntry("00.2", true);
    }

    @Test
    void restoringAFileThatIsNotProgressChangesNothingAndReportsTheExpectedFile()
            throws IOException {
        var wrong = Files.writeString(home.resolve("wrong.json"), "[1, 2]");
        var journal = Journal.in(file());

        assertThatThrownBy(() -> journal.merge(wrong))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("give the path of a progress.json");
        assertThat(journal.progress()).isEqualTo(Progress.none());
    }
}
