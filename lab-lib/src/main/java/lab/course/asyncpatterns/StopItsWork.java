package lab.course.asyncpatterns;

import static lab.exercise.Verdict.wrong;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import lab.async.Patient;
import lab.exercise.Verdict;
import lab.measure.CauseChain;
import lab.measure.Text;

/** Exercise 04.2: a call with a timeout that stops its work. */
final class StopItsWork {

    private static final int STEPS = 200;
    private static final Duration STEP = Duration.ofMillis(10);
    private static final Duration PATIENCE = Duration.ofMillis(300);
    private static final Duration TOO_EARLY = Duration.ofMillis(270);

    /** Between the patience and the whole work of two seconds, with room for a busy machine. */
    private static final Duration TOO_LATE = Duration.ofMillis(900);

    private static final Duration LONG_PATIENCE = Duration.ofSeconds(2);
    private static final Duration AFTERWARDS = Duration.ofMillis(2_500);
    private static final int MANY = 50;

    private final AtomicInteger steps = new AtomicInteger();
    private final CountDownLatch ended = new CountDownLatch(1);

    private StopItsWork() {}

    static Verdict check(Patient answer) throws Exception {
        var wrong = quick(answer).or(() -> failing(answer));
        if (wrong.isPresent()) {
            return wrong.get();
        }
        var slow = new StopItsWork().slow(answer);
        return slow instanceof Verdict.Passed ? again(answer).orElse(slow) : slow;
    }

    /** A timeout must not end what the next call needs, and no call may leave a thread behind. */
    private static Optional<Verdict> again(Patient answer) throws Exception {
        for (int i = 0; i < MANY; i++) {
            try {
                answer.call(() -> "quick", LONG_PATIENCE);
            } catch (RejectedExecutionException e) {
                return wrong(
                        "After the timeout, the next call failed: " + e.getMessage() + ".",
                        "Stop the work, not the executor that other calls need as well.");
            }
        }
        return Leftover.after(MANY);
    }

    private static Optional<Verdict> quick(Patient answer) throws Exception {
        long start = System.nanoTime();
        var result = answer.call(() -> "quick", LONG_PATIENCE);
        var took = Duration.ofNanos(System.nanoTime() - start);
        if (!"quick".equals(result)) {
            return wrong(
                    "Work that is done at once returned " + result + ".",
                    "Return the result of the work.");
        }
        return took.compareTo(LONG_PATIENCE.dividedBy(2)) > 0
                ? wrong(
                        "Work that is done at once was answered after %s.".formatted(Text.of(took)),
                        "Do not wait longer than the work takes.")
                : Optional.empty();
    }

    private static Optional<Verdict> failing(Patient answer) {
        var failure = new IOException("no such page");
        try {
            var result =
                    answer.call(
                            () -> {
                                throw failure;
                            },
                            LONG_PATIENCE);
            return wrong(
                    "The work failed, and the caller got " + result + ".",
                    "Let the exception of the work reach the caller.");
        } catch (Exception e) {
            return CauseChain.of(e).anyMatch(failure::equals)
                            && CauseChain.of(e).noneMatch(TimeoutException.class::isInstance)
                    ? Optional.empty()
                    : wrong(
                            "The work failed with %s, and the caller got %s.".formatted(failure, e),
                            "Rethrow the exception of the work, or keep it as the cause.");
        }
    }

    private Verdict slow(Patient answer) throws InterruptedException {
        long start = System.nanoTime();
        Exception told = null;
        try {
            answer.call(this::work, PATIENCE);
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            told = e;
        }
        var took = Duration.ofNanos(System.nanoTime() - start);
        int before = steps.get();
        ended.await(AFTERWARDS.toMillis(), TimeUnit.MILLISECONDS);
        return judge(told, took, steps.get() - before);
    }

    private String work() throws InterruptedException {
        try {
            for (int i = 0; i < STEPS; i++) {
                Thread.sleep(STEP);
                steps.incrementAndGet();
            }
            return "done";
        } finally {
            ended.countDown();
        }
    }

    private Verdict judge(Exception told, Duration took, int later) {
        if (told == null) {
            return new Verdict.Wrong(
                    "Work of two seconds got no timeout after %s.".formatted(Text.of(PATIENCE)),
                    "Throw a TimeoutException when the patience is over.");
        }
        if (CauseChain.of(told).noneMatch(TimeoutException.class::isInstance)) {
            return new Verdict.Wrong(
                    "When the patience was over, the caller got %s.".formatted(told),
                    "Throw a TimeoutException, so that the caller knows why.");
        }
        if (took.compareTo(TOO_EARLY) < 0) {
            return new Verdict.Wrong(
                    "With a patience of %s, the caller was told after %s already."
                            .formatted(Text.of(PATIENCE), Text.of(took)),
                    "Which number did you pass, and in which unit?");
        }
        if (took.compareTo(TOO_LATE) > 0) {
            return new Verdict.Wrong(
                    "With a patience of %s, the caller was told after %s."
                            .formatted(Text.of(PATIENCE), Text.of(took)),
                    "What waits for the end of the work? Closing an executor does.");
        }
        return later > 1
                ? new Verdict.Wrong(
                        "The caller had its timeout, and the work did %d more steps."
                                .formatted(later),
                        "Which method interrupts a running task? A `CompletableFuture` has none.")
                : new Verdict.Passed("The caller was told in time, and the work stopped.");
    }
}
