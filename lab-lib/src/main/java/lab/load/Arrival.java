package lab.load;

import java.time.Duration;

/** One call with the moment at which it should have started; waiting counts from there. */
public final class Arrival {

    private final long due;
    private long sent = System.nanoTime();

    Arrival(long due) {
        this.due = due;
    }

    /**
     * The request starts now: until here it waited for a connection. Without this the whole call is
     * service time.
     */
    public void sent() {
        sent = System.nanoTime();
    }

    /** How long it waited, from when it was due until it was sent. */
    public Duration waited() {
        return Duration.ofNanos(Math.max(0, sent - due));
    }

    long sinceDue(long now) {
        return now - due;
    }

    long sinceSent(long now) {
        return now - sent;
    }
}
