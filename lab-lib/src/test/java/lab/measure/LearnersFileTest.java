package lab.measure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LearnersFileTest {

    @TempDir Path home;

    private LearnersFile file() {
        return LearnersFile.at(home.resolve("deep").resolve("kept.txt"));
    }

    private static void append(LearnersFile file, String more) throws IOException {
        file.change(old -> (old.map(kept -> new String(kept, UTF_8)).orElse("") + more).getBytes());
    }

    @Test
    void theFirstChangeCreatesTheFileAndItsFolder() throws IOException {
        assertThat(file().content()).isEmpty();

        append(file(), "one ");
        append(file(), "two");

        assertThat(file().path()).hasContent("one two");
    }

    @Test
    void concurrentChangesAreAllKept() throws Exception {
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 80; i++) {
                threads.submit(
                        () -> {
                            append(file(), "x");
                            return null;
                        });
            }
            threads.shutdown();
            assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        }

        assertThat(file().path()).hasContent("x".repeat(80));
    }

    @Test
    void aFailedChangeLeavesTheFileUnchanged() throws IOException {
        append(file(), "kept");

        assertThatThrownBy(
                        () ->
                                file().change(
                                                old -> {
                                                    throw new IOException("no");
                                                }))
                .hasMessage("no");

        assertThat(file().path()).hasContent("kept");
        try (var left = Files.list(file().path().getParent())) {
            assertThat(left).noneMatch(path -> path.toString().endsWith(".part"));
        }
    }

    @Test
    void anUnreadableFileIsKeptUnderTheNextFreeName() throws IOException {
        for (var name : new String[] {"kept.txt.broken", "kept.txt.broken2"}) {
            append(file(), "strange");

            file().change(
                            old -> {
                                assertThat(file().setAside().getFileName()).hasToString(name);
                                return "new".getBytes(UTF_8);
                            });

            assertThat(file().path()).hasContent("new");
            assertThat(file().path().resolveSibling(name)).content().contains("strange");
        }
    }
}
