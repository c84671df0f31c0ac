package lab.async;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import lab.measure.Require;
import lab.measure.Text;

/**
 * A service that serves so many calls at once and keeps the others waiting, in order, until their
 * patience ends.
 */
public final class Backend {

    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final int slots;
    private final Duration service;
    private final Duration patience;
    private final Semaphore free;

    /**
     * A service.
     *
     * @param slots how many calls it serves at once: 1 to 1,000
     * @param service how long each call takes, without waiting
     * @param patience how long a call waits for a slot before it fails
     */
    public Backend(int slots, Duration service, Duration patience) {
        Require.within(slots, "slots", 1, 1_000, "10");
        Require.within(service, "service", Duration.ofMillis(1), LONGEST, "ofMillis(10)");
        Require.within(patience, "patience", Duration.ZERO, LONGEST, "ofMillis(100)");
        this.slots = slots;
        this.service = service;
        this.patience = patience;
        this.free = new Semaphore(slots, true);
    }

    /**
     * Makes one call.
     *
     * @throws TimeoutException if no slot became free in time
     */
    public void call() throws InterruptedException, TimeoutException {
        if (!free.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
            throw new TimeoutException("no slot within " + Text.of(patience));
        }
        try {
            Thread.sleep(service);
        } finally {
            free.release();
        }
    }

    /**
     * About as many calls can be in flight before the patience of the last one ends. Calls wait
     * whole rounds, so a few more can be in time, or not.
     */
    public int mostInTime() {
        return Math.max(slots, (int) ((double) slots * patience.toNanos() / service.toNanos()));
    }

    /** How many calls it serves at once. */
    public int slots() {
        return slots;
    }
}
