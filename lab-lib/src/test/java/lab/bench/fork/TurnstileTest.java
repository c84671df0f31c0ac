package lab.bench.fork;

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
import lab.bench.fork.Turnstile.Pass;
import lab.measure.FreshJvm;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TurnstileTest {

    private static final int SMALL = 2;

    @TempDir Path folder;
    private Path lock;
    private final List<Process> others = new ArrayList<>();

    @BeforeEach
    void nameTheLock() {
        lock = folder.resolve("lock");
    }

    @AfterEach
    void endTheOthers() throws InterruptedException {
        for (var other : others) {
            other.destroyForcibly().waitFor();
        }
    }

    @Test
    void theFirstMeasurementStartsAtOnce() throws InterruptedException {
        try (var first = pass(1)) {
            assertThat(first.blocker()).isEmpty();
        }
    }

    @Test
    void anotherCellOfTheSameProcessWaitsWithACountdown() throws InterruptedException {
        var first = pass(1);
        var waits = new ArrayList<Turnstile.Wait>();

        try (var second =
                Turnstile.at(lock, 64)
                        .pass(
                                1,
                                ofSeconds(30),
                                wait -> {
                                    waits.add(wait);
                                    if (waits.size() == 2) {
                                        first.close();
                                    }
                                })) {
            assertThat(second.blocker()).isEmpty();
            assertThat(waits)
                    .extracting(Turnstile.Wait::who)
                    .containsOnly("another cell of this notebook");
            assertThat(waits.get(1).left()).isLessThan(waits.get(0).left());
            assertThat(waits.get(0).before(ofSeconds(9)))
                    .isEqualTo(
                            "waiting for another cell of this notebook, which is measuring,"
                                    + " at most 30 s; measuring then takes about 9 s");
        }
    }

    @Test
    void afterTheTimeoutTheSecondStartsAndReportsWhatElseIsMeasuring() throws InterruptedException {
        try (var first = pass(1);
                var second = pass(1)) {
            assertThat(first.blocker()).isEmpty();
            assertThat(second.blocker()).hasValue("another cell of this notebook");
        }
        try (var next = pass(1)) {
            assertThat(next.blocker()).isEmpty();
        }
    }

    @Test
    void aMeasurementInAnotherProcessBlocksUntilThatProcessEnds() throws Exception {
        var other = other(SMALL, 1);
        try (var waits = pass(1)) {
            assertThat(waits.blocker()).hasValue(yours(other));
        }
        assertThat(said(other(SMALL, 1))).isEqualTo(yours(other));

        endTheOthers();
        try (var next = pass(1)) {
            assertThat(next.blocker()).isEmpty();
        }
    }

    @Test
    void aSecondAttemptInTheSameProcessDoesNotBreakTheLock() throws Exception {
        try (var first = pass(1);
                var second = pass(1)) {
            assertThat(second.blocker()).isPresent();
            assertThat(said(other(SMALL, 1))).contains("" + ProcessHandle.current().pid());
            assertThat(first.blocker()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "4, 1", "7, 1", "8, 2", "16, 4"})
    void aLargerMachineAllowsMoreMeasurementsAtOnce(int cpus, int places) throws Exception {
        for (int i = 0; i < places; i++) {
            assertThat(said(other(cpus, 1))).isEqualTo("passed");
        }
        assertThat(said(other(cpus, 1))).startsWith("another notebook of yours (process ");
    }

    @Test
    void aBenchmarkWithManyThreadsTakesMorePlacesUpToTheMaximum() throws Exception {
        assertThat(said(other(16, 8))).isEqualTo("passed");
        assertThat(said(other(16, 8))).startsWith("another notebook");
        assertThat(said(other(16, 3))).isEqualTo("passed");

        endTheOthers();
        try (var all = Turnstile.at(lock, 16).pass(100, ofMillis(-1), wait -> {})) {
            assertThat(all.blocker()).isEmpty();
            assertThat(said(other(16, 1))).isNotEqualTo("passed");
        }
    }

    @Test
    void aJmhRunOutsideTheLabHasTheMachineToItself() throws Exception {
        try (var jmh = FileChannel.open(lock, CREATE, WRITE)) {
            var locked = jmh.lock();
            try (var waits = Turnstile.at(lock, 64).pass(1, ofMillis(-1), wait -> {})) {
                assertThat(waits.blocker()).hasValue("a JMH run outside the lab");
            }
            locked.release();
        }
        try (var first = pass(1)) {
            assertThat(first.blocker()).isEmpty();
            assertThat(otherJmhGetsTheLock()).isFalse();
        }
    }

    @Test
    void locksOfAnotherUserThatAreReadOnlyStillBlock() throws Exception {
        other(SMALL, 1);
        for (var file : files()) {
            file.toFile().setReadOnly();
        }
        try (var waits = pass(1)) {
            assertThat(waits.blocker()).isPresent();
        }
    }

    @Test
    void theLocksAreWritableForAllUsers() throws Exception {
        try (var first = pass(1)) {
            assertThat(first.blocker()).isEmpty();
            assertThat(files())
                    .hasSize(2)
                    .allSatisfy(
                            file ->
                                    assertThat(Files.getPosixFilePermissions(file))
                                            .hasToString(
                                                    "[OWNER_READ, OWNER_WRITE, GROUP_READ,"
                                                            + " GROUP_WRITE, OTHERS_READ,"
                                                            + " OTHERS_WRITE]"));
        }
    }

    @Test
    void aLockThatCannotBeCreatedDoesNotBlock() throws InterruptedException {
        lock = folder.resolve("no/such/folder/lock");

        try (var first = pass(1)) {
            assertThat(first.blocker()).isEmpty();
        }
    }

    @Test
    void aSymbolicLinkInPlaceOfTheLockIsNotFollowed() throws Exception {
        var precious = Files.writeString(folder.resolve("precious"), "data");
        Files.createSymbolicLink(lock, precious);
        Files.createSymbolicLink(folder.resolve("lock.lab-1"), precious);

        try (var first = pass(1)) {
            assertThat(first.blocker()).isEmpty();
        }

        assertThat(precious).hasContent("data");
    }

    private Pass pass(int threads) throws InterruptedException {
        return Turnstile.at(lock, SMALL).pass(threads, ofMillis(-1), wait -> {});
    }

    private List<Path> files() throws IOException {
        try (var all = Files.list(folder)) {
            return all.toList();
        }
    }

    private static String yours(Process other) {
        return "another notebook of yours (process %d)".formatted(other.pid());
    }

    /** Another process that takes the lock at once and holds it until it is killed. */
    private Process other(int cpus, int threads) throws IOException {
        return start(Holder.class, lock.toString(), "" + cpus, "" + threads);
    }

    private boolean otherJmhGetsTheLock() throws IOException {
        return said(start(Jmh.class, lock.toString())).equals("true");
    }

    private Process start(Class<?> main, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of("-cp", System.getProperty("java.class.path")));
        command.add(main.getName());
        command.addAll(List.of(arguments));
        var process = FreshJvm.with(command).start();
        others.add(process);
        answers.add(process.inputReader().readLine());
        return process;
    }

    private final List<String> answers = new ArrayList<>();

    private String said(Process other) {
        return answers.get(others.indexOf(other));
    }

    /** Takes the lock at once, prints its blocker, and holds the lock until it is killed. */
    static final class Holder {
        public static void main(String[] args) throws Exception {
            var turnstile = Turnstile.at(Path.of(args[0]), Integer.parseInt(args[1]));
            var threads = Integer.parseInt(args[2]);
            try (var pass = turnstile.pass(threads, ofMillis(-1), wait -> {})) {
                System.out.println(pass.blocker().orElse("passed"));
                Thread.sleep(ofSeconds(60));
            }
        }
    }

    /** Locks the file in the same way as JMH. */
    static final class Jmh {
        public static void main(String[] args) throws Exception {
            try (var channel = FileChannel.open(Path.of(args[0]), CREATE, WRITE)) {
                System.out.println(channel.tryLock() != null);
            }
        }
    }
}
