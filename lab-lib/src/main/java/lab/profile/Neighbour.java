package lab.profile;

import java.time.Duration;
import lab.measure.Task;

/** A thread that does the same work again and again until it is stopped. */
final class Neighbour {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Thread thread;
    private volatile boolean isDone;
    private volatile Exception failure;

    private Neighbour(Task work) {
        thread = Thread.ofPlatform().daemon().name("other-work").unstarted(() -> repeat(work));
    }

    static Neighbour start(Task work) {
        var neighbour = new Neighbour(work);
        neighbour.thread.start();
        return neighbour;
    }

    private void repeat(Task work) {
        try {
            while (!isDone) {
                work.run();
            }
        } catch (Exception e) {
            failure = e;
        }
    }

    /**
     * Waits for the end of its current work.
     *
     * @throws Exception what the work has thrown
     */
    void stop() throws Exception {
        isDone = true;
        if (!thread.join(PATIENCE)) {
            throw new IllegalStateException(
                    "the other work has not ended after 5 s; one call of it must be shorter");
        }
        if (failure != null) {
            throw failure;
        }
    }
}
