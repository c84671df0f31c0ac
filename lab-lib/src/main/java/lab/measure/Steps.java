package lab.measure;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;

/**
 * The steps of a measurement that takes seconds, so that its cell shows a sign of life: "3 of 7:
 * /hash, 12 s left". A subject reports its steps here and does not know whether anyone looks:
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
 * <p>Where one measurement uses another, only the outermost shows its steps. Any thread may report.
 */
public final class Steps implements AutoCloseable {

    /** Where the steps can be seen, such as the running cell. */
    public interface Screen {

        /** A measurement begins that no other measurement contains. */
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

    /** Begins a measurement of this many steps. Once one is done, its time predicts the others. */
    public static Steps of(int count) {
        return of(count, Duration.ZERO);
    }

    /**
     * Begins a measurement of this many steps.
     *
     * @param planned what one step takes, as far as is known before
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

    /** Hides the steps of what is measured until the close: something else shows its progress. */
    public static Steps hidden() {
        var hidden = new Steps(1, Duration.ZERO, System::nanoTime);
        claim(hidden);
        return hidden;
    }

    /** From now on steps are seen there. */
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

    /** A measurement whose thread died, or was given up, must not hide all that follow. */
    private static boolean claim(Steps steps) {
        var before = OUTERMOST.get();
        boolean free = before == null || !before.owner.isAlive();
        return free && OUTERMOST.compareAndSet(before, steps);
    }

    /** The next step begins. */
    public synchronized void next(String name) {
        this.name = Require.given(name, "name", "next(\"/hash\")");
        number = Math.min(count, number + 1);
        begun = clock.getAsLong();
    }

    /** Where the measurement is now, such as "3 of 7: /hash, 12 s left". */
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
