package lab.course.asyncpatterns;

import java.time.Duration;
import java.util.Optional;
import lab.exercise.Verdict;

/**
 * Platform threads that an answer has started and never ended. Executors put their threads into the
 * group of the thread that creates them, and each check has a group of its own.
 */
final class Leftover {

    private static final int MANY = 30;
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private Leftover() {}

    /** The verdict on an answer that leaves a thread behind with every call. */
    static Optional<Verdict> after(int calls) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (alive() > MANY) {
            if (System.nanoTime() > end) {
                return Optional.of(
                        new Verdict.Wrong(
                                "After %d calls, %d threads that they started are still alive."
                                        .formatted(calls, alive()),
                                "Close the executor that a call creates, or create one for all"
                                        + " calls."));
            }
            Thread.sleep(10);
        }
        return Optional.empty();
    }

    private static int alive() {
        return Thread.currentThread().getThreadGroup().activeCount();
    }
}
