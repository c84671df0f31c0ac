package lab.jupyter;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Runs a short action after a delay. Not in the common pool, because a cell may keep that busy. */
@FunctionalInterface
public interface Later {

    void run(Duration wait, Runnable action);

    /** Uses one thread of the kernel's own. */
    static Later onTimer() {
        return (wait, action) ->
                Timer.THREAD.schedule(action, wait.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Created on first use. */
    final class Timer {

        private static final ScheduledExecutorService THREAD =
                Executors.newSingleThreadScheduledExecutor(
                        task -> Thread.ofPlatform().daemon().name("lab-timer").unstarted(task));

        private Timer() {}
    }
}
