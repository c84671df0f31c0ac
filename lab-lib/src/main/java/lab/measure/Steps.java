package lab.measure;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;

/**
 * The steps of a measurement that takes seconds, so that its cell can show progress: "3 of 7:
 * /hash, 12 s left". A subject reports its steps here; it does not know whether anything shows
 * them:
 *
 * <pre>{@code
 * try (var steps = Steps.of(paths.length, time)) {
 *     for (var path : paths) {
 *         steps.next(path);
 *         visit(path);
 *     }
 * }
 * }</pre>
 *
 * <p>If one measurement uses another, only the outer one shows its steps. Any thread may report.
 */
public final class Steps implements AutoCloseable {

    /** The place that shows the steps, such as the running cell. */
    public interface Screen {

        /** A measurement begins that is not part of another one. */
        void opened(Steps steps);

        /** It has ended, successfully or not. */
        void closed(Steps steps);
    }

    private static final Screen NOWHERE =
            new Screen() {
                @Override
                public void opened(Steps steps) {}

                @Override
                public void closed(Steps steps) {}
            };

    private static final AtomicReference<Steps> OUTERMOST = new AtomicReference<>();
    private static volatile Screen screen = NOWHERE;

    private final int count;
    private final Duration planned;
    private final LongSupplier clock;
    private final Thread owner = Thread.currentThread();
    private final long start;
    private int number;
    private String name = "";
    private long begun;
    private volatile boolean seen;

    Steps(int count, Duration planned, LongSupplier clock) {
        Require.that(count >= 1, "steps must be at least 1, were %d; try Steps.of(7)", count);
        this.count = count;
        this.planned = Require.given(planned, "planned", "Steps.of(7, ofSeconds(3))");
        this.clock = clock;
        this.start = clock.getAsLong();
        this.begun = start;
    }

    /**
     * Begins a measurement of this many steps. The time of finished steps predicts that of the
     * others.
     */
    public static Steps of(int count) {
        return of(count, Duration.ZERO);
    }

    /**
     * Begins a measurement of this many steps.
     *
     * @param planned how long one step takes, as far as that is known in advance
     */
    public static Steps of(int count, Duration planned) {
        return open(new Steps(count, planned, System::nanoTime));
    }

    /** Begins a measurement of a single step. */
    public static Steps one(String name, Duration planned) {
        var only = of(1, planned);
        only.next(name);
        return only;
    }

    /**
     * Hides the steps of all measurements until it is closed, because something else shows
     * progress.
     */
    public static Steps hidden() {
        var hidden = new Steps(1, Duration.ZERO, System::nanoTime);
        claim(hidden);
        return hidden;
    }

    /** Shows all later steps on this screen. */
    public static void showOn(Screen place) {
        screen = Require.given(place, "screen", "Steps.showOn(…)");
    }

    private static Steps open(Steps steps) {
        if (claim(steps)) {
            steps.seen = true;
            screen.opened(steps);
        }
        return steps;
    }

    /** A measurement whose thread died, or that was abandoned, must not hide all later ones. */
    private static boolean claim(Steps steps) {
        var before = OUTERMOST.get();
        boolean free = before == null || !before.owner.isAlive();
        return free && OUTERMOST.compareAndSet(before, steps);
    }

    /** Begins the next step. */
    public synchronized void next(String name) {
        this.name = Require.given(name, "name", "next(\"/hash\")");
        number = Math.min(count, number + 1);
        begun = clock.getAsLong();
    }

    /** The current state of the measurement, such as "3 of 7: /hash, 12 s left". */
    public synchronized String line() {
        long left = secondsLeft();
        return (count > 1 ? "%d of %d: ".formatted(Math.max(1, number), count) : "")
                + name
                + (left > 0 ? ", %,d s left".formatted(left) : "");
    }

    private long secondsLeft() {
        long now = clock.getAsLong();
        double each = number <= 1 ? planned.toNanos() : (double) (begun - start) / (number - 1);
        double left = each * (count - Math.max(1, number) + 1) - (now - begun);
        return (long) Math.ceil(left / 1e9);
    }

    /** Ends the measurement; closing twice changes nothing. */
    @Override
    public void close() {
        if (OUTERMOST.compareAndSet(this, null) && seen) {
            screen.closed(this);
        }
    }

    @Override
    public String toString() {
        return line();
    }
}
