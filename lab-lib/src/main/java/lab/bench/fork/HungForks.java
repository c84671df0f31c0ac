package lab.bench.fork;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import lab.measure.Text;

/**
 * Kills a fork that shows no progress. JMH interrupts the benchmark's threads at the timeout and
 * waits on for ever; this waits a little longer than JMH, so that one that answers to the interrupt
 * is not killed.
 */
final class HungForks {

    private static final Duration AFTER_JMH = Duration.ofSeconds(2);
    private static final Duration START = Duration.ofSeconds(20);

    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(
                    task -> Thread.ofPlatform().daemon().name("hung forks").unstarted(task));

    private ScheduledFuture<?> bomb;
    private String reason;

    /** Watches an item from the start of one of its processes, which may be slow. */
    void forkStarted(Item item) {
        restart(item.limit(), START);
    }

    /** Watches an iteration of the item from now. */
    void iterationStarted(Item item) {
        restart(item.limit(), AFTER_JMH);
    }

    private synchronized void restart(Duration limit, Duration more) {
        end();
        var wait = limit.plus(more).toNanos();
        bomb = clock.schedule(() -> kill(limit), wait, NANOSECONDS);
    }

    synchronized void end() {
        if (bomb != null) {
            bomb.cancel(false);
            bomb = null;
        }
    }

    /** An item that begins does not inherit why another was killed. */
    synchronized void begin() {
        end();
        reason = null;
    }

    /** Why the item that ended last was killed, if it was. */
    synchronized Optional<String> takeReason() {
        var taken = Optional.ofNullable(reason);
        reason = null;
        return taken;
    }

    /** Does nothing if the end came while it waited. */
    synchronized void kill(Duration limit) {
        if (bomb == null) {
            return;
        }
        reason =
                ("it hung: no iteration ended within %s."
                                + " If it only needs longer, write timeout(ofMinutes(1))")
                        .formatted(Text.of(limit));
        killForks();
    }

    static void killForks() {
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
    }
}
