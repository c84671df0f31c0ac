package lab.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CheckTest {

    @Test
    void anAnswerThatDoesNotEndIsStoppedWithTheThreadsItStarted() throws Exception {
        var started = new CompletableFuture<Thread>();
        var check =
                new Check<>("00.1", Runnable.class, CheckTest::finishing, Duration.ofMillis(200));

        var verdict = check.of((Runnable) () -> waitFor(started), ThreadGroup::interrupt);

        assertThat(verdict.text()).contains("still running after 200 ms");
        started.get(30, TimeUnit.SECONDS).join();
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
