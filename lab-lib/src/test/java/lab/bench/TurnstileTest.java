package lab.bench;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lab.measure.FreshJvm;
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
    void anotherProcessIsWaitedForAlsoAfterSomebodyHereHasLooked() throws Exception {
        var process = holder();
        try (var said = process.inputReader();
                var waits = pass(said.readLine().equals("passed") ? 1 : -1)) {
            assertThat(waits.blocker()).hasValue("process " + process.pid());
            assertThat(pass(1).blocker()).hasValue("process " + process.pid());
        } finally {
            process.destroyForcibly().waitFor();
        }

        try (var next = pass(0)) {
            assertThat(next.blocker()).isEmpty();
        }
    }

    @Test
    void whoLooksInTheSameProcessDoesNotBreakTheLock() throws Exception {
        try (var first = pass(0)) {
            assertThat(pass(1).blocker()).isPresent();

            var process = holder();
            try (var said = process.inputReader()) {
                assertThat(said.readLine()).isEqualTo("process " + ProcessHandle.current().pid());
            } finally {
                process.destroyForcibly().waitFor();
            }
            assertThat(first.blocker()).isEmpty();
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

    private Path lock() {
        return folder.resolve("lock");
    }

    private Process holder() throws IOException {
        var classes = System.getProperty("java.class.path");
        return FreshJvm.with(List.of("-cp", classes, Holder.class.getName(), lock().toString()))
                .start();
    }

    /** Passes at once, says who was in the way, and stays until it is ended. */
    static final class Holder {
        public static void main(String[] lock) throws Exception {
            try (var turn = Turnstile.pass(Path.of(lock[0]), ofMillis(-1), who -> {})) {
                System.out.println(turn.blocker().orElse("passed"));
                Thread.sleep(ofSeconds(60));
            }
        }
    }

    private Turnstile pass(int patienceMillis) throws InterruptedException {
        return Turnstile.pass(folder.resolve("lock"), ofMillis(patienceMillis), who -> {});
    }
}
