package lab.bench;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TurnstileTest {

    @TempDir Path folder;

    @Test
    void whoComesFirstPassesAtOnce() throws InterruptedException {
        try (var first = pass(0)) {
            assertThat(first.blocker()).isEmpty();
        }
    }

    @Test
    void theSecondWaitsAndIsToldForWhom() throws InterruptedException {
        var first = pass(0);
        var told = new ArrayList<String>();

        try (var second =
                Turnstile.pass(
                        folder.resolve("lock"),
                        ofSeconds(30),
                        who -> {
                            told.add(who);
                            first.close();
                        })) {
            assertThat(second.blocker()).isEmpty();
            assertThat(told).containsExactly("process " + ProcessHandle.current().pid());
        }
    }

    @Test
    void afterItsPatienceTheSecondPassesAndKnowsWhoElseMeasures() throws InterruptedException {
        try (var first = pass(0);
                var second = pass(1)) {
            assertThat(first.blocker()).isEmpty();
            assertThat(second.blocker())
                    .hasValueSatisfying(w -> assertThat(w).startsWith("process "));
        }
    }

    @Test
    void jmhOutsideTheLabCountsToo() throws Exception {
        try (var jmh = FileChannel.open(folder.resolve("lock"), CREATE, WRITE);
                var lock = jmh.lock();
                var second = pass(1)) {
            assertThat(lock.isValid()).isTrue();
            assertThat(second.blocker()).hasValue("another JMH run");
        }
    }

    @Test
    void aLockThatCannotBeOpenedStopsNobody() throws InterruptedException {
        try (var turn = Turnstile.pass(folder, ofMillis(1), who -> {})) {
            assertThat(turn.blocker()).isEmpty();
        }
    }

    @Test
    void aLinkInItsPlaceIsNotFollowedSoThatNothingElseIsEmptied() throws Exception {
        var precious = Files.writeString(folder.resolve("precious"), "data");
        Files.createSymbolicLink(folder.resolve("lock"), precious);

        try (var turn = pass(0)) {
            assertThat(turn.blocker()).isEmpty();
        }

        assertThat(precious).hasContent("data");
    }

    private Turnstile pass(int patienceMillis) throws InterruptedException {
        return Turnstile.pass(folder.resolve("lock"), ofMillis(patienceMillis), who -> {});
    }
}
