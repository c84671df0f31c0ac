package lab.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import REPL.Spinning;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CheckTest {

    @Test
    void anAnswerThatNeverEndsIsStoppedWithItsThreads() throws Exception {
        var started = new CompletableFuture<Thread>();
        var check = new Check<>("00.1", Runnable.class, CheckTest::finishing, limits(60_000, 200));

        var verdict = check.of((Runnable) () -> waitFor(started), ThreadGroup::interrupt);

        assertThat(verdict.text()).contains("The check was still running after 200 ms");
        started.get(30, TimeUnit.SECONDS).join();
    }

    private static Check.Limits limits(long codeMillis, long wholeMillis) {
        return new Check.Limits(Duration.ofMillis(codeMillis), Duration.ofMillis(wholeMillis));
    }

    @Test
    void anEndlessLoopOfACellIsStoppedAndNamed() throws Exception {
        var check = new Check<>("00.1", Spinning.class, CheckTest::finishing, limits(200, 60_000));
        var endless = new Spinning();

        var verdict = check.of(endless, threads -> endless.stop());

        assertThat(verdict.text())
                .startsWith("Wrong")
                .contains("Your code has not ended after 200 ms; it is in: Spinning.run");
    }

    @Test
    void codeThatRunsLaterOnAThreadOfTheCheckIsDetectedToo() throws Exception {
        var check =
                new Check<>(
                        "00.1", Spinning.class, CheckTest::startedElsewhere, limits(200, 60_000));
        var endless = new Spinning();

        assertThat(check.of(endless, threads -> endless.stop()).text())
                .contains("Your code has not ended");
    }

    private static Verdict startedElsewhere(Runnable answer) throws InterruptedException {
        var worker = new Thread(answer);
        worker.setDaemon(true);
        worker.start();
        worker.join();
        return new Verdict.Passed("It came to an end.");
    }

    @Test
    void theCheckItselfMayTakeLongerThanTheLearnersCode() throws Exception {
        var check = new Check<>("00.1", String.class, CheckTest::working, limits(1, 60_000));

        assertThat(check.of("an answer", ThreadGroup::interrupt).text()).startsWith("Passed");
    }

    /** Runs longer than two samples of the check, without code of a cell on the stack. */
    private static Verdict working(String answer) throws InterruptedException {
        Thread.sleep(350);
        return new Verdict.Passed(answer);
    }

    private static Verdict finishing(Runnable answer) {
        answer.run();
        return new Verdict.Passed("It came to an end.");
    }

    private static void waitFor(CompletableFuture<Thread> started) {
        var child = new Thread(CheckTest::waitForEver);
        child.setDaemon(true);
        child.start();
        started.complete(child);
        waitForEver();
    }

    private static void waitForEver() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
