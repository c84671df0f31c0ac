package lab.jupyter;

import java.time.Duration;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;

/** Passes on at most four states a second, and always the last one. */
final class Throttle implements Live {

    private record State(String html, String text) {}

    private static final Duration PAUSE = Duration.ofMillis(250);

    private final BiConsumer<String, String> display;
    private final LongSupplier nanoTime;
    private final Later later;
    private State waiting;
    private boolean shownBefore;
    private boolean scheduled;
    private long shownAt;

    Throttle(BiConsumer<String, String> display) {
        this(display, System::nanoTime, Later.onTimer());
    }

    Throttle(BiConsumer<String, String> display, LongSupplier nanoTime, Later later) {
        this.display = display;
        this.nanoTime = nanoTime;
        this.later = later;
    }

    @Override
    public synchronized void show(String html, String text) {
        waiting = new State(html, text);
        var wait = untilNext();
        if (!wait.isPositive()) {
            showWaiting();
        } else if (!scheduled) {
            scheduled = true;
            later.run(wait, this::showScheduled);
        }
    }

    @Override
    public synchronized void close() {
        showWaiting();
    }

    private synchronized void showScheduled() {
        scheduled = false;
        showWaiting();
    }

    private Duration untilNext() {
        if (!shownBefore) {
            return Duration.ZERO;
        }
        return PAUSE.minusNanos(nanoTime.getAsLong() - shownAt);
    }

    private void showWaiting() {
        if (waiting != null) {
            var state = waiting;
            waiting = null;
            shownBefore = true;
            shownAt = nanoTime.getAsLong();
            display.accept(state.html(), state.text());
        }
    }
}
