package lab.bench;

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

    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(
                    task -> Thread.ofPlatform().daemon().name("hung forks").unstarted(task));

    private ScheduledFuture<?> bomb;
    private String reason;

    /** Starts to watch an item; the returned task is to be run whenever it made progress. */
    Runnable watching(Item item) {
        synchronized (this) {
            reason = null;
        }
        var longer = item.warmup().time().compareTo(item.measurement().time()) > 0;
        var planned = longer ? item.warmup().time() : item.measurement().time();
        var limit = planned.plus(item.timeout());
        return () -> restart(limit);
    }

    private synchronized void restart(Duration limit) {
        end();
        var wait = limit.plus(AFTER_JMH).toNanos();
        bomb = clock.schedule(() -> kill(limit), wait, NANOSECONDS);
    }

    synchronized void end() {
        if (bomb != null) {
            bomb.cancel(false);
        }
    }

    /** Why the last watched item was killed, if it was. */
    synchronized Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    private synchronized void kill(Duration limit) {
        reason =
                "it hung: no iteration ended within %s. If it only needs longer, write timeout(ofMinutes(1))"
                        .formatted(Text.of(limit));
        killForks();
    }

    static void killForks() {
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
    }
}
