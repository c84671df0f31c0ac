package lab.jupyter;

import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import lab.measure.Markup;
import lab.measure.Steps;

/**
 * The progress line of a cell that measures for seconds: one line with the current step and the
 * time left. It appears after the first second, changes at most twice a second, and disappears when
 * the cell ends. Measurements that quickly follow each other in a cell share the line. If the
 * kernel does not report the end of a cell, the line is empty between measurements, because a
 * notebook that runs without a browser ignores output after the end of the cell.
 */
public final class StepsLine implements Steps.Screen {

    /**
     * The place that shows the line.
     *
     * @param cell the running cell, compared by identity
     * @param reportsEnd whether the kernel calls {@link #endOfCell()}
     */
    record Place(Object cell, Live live, boolean reportsEnd) {}

    /** A cell that ends earlier needs no progress line. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private static final Duration EVERY = Duration.ofMillis(500);

    /** If the next measurement of the cell does not begin within this time, there is none. */
    private static final Duration PAUSE = Duration.ofMillis(250);

    private static volatile StepsLine installed;

    private final Supplier<Place> places;
    private final LongSupplier nanoTime;
    private final Later later;
    private Place place;
    private Steps running;
    private String line = "";
    private long began;
    private long ended;
    private boolean ticking;

    StepsLine(Supplier<Place> places, LongSupplier nanoTime, Later later) {
        this.places = places;
        this.nanoTime = nanoTime;
        this.later = later;
    }

    /** From now on, shows the steps of all measurements in the cells of this kernel. */
    static void install(Kernels kernel) {
        installed = new StepsLine(() -> place(kernel), System::nanoTime, Later.onTimer());
        Steps.showOn(installed);
    }

    private static Place place(Kernels kernel) {
        var notebook = new KernelNotebook(kernel);
        return new Place(notebook.cell(), notebook.live(), kernel.kernel() instanceof Stopping);
    }

    /** Removes the line of the running cell; a kernel that knows when a cell ends calls this. */
    public static void endOfCell() {
        var line = installed;
        if (line != null) {
            line.erase();
        }
    }

    @Override
    public synchronized void opened(Steps steps) {
        var here = places.get();
        if (here.cell() == null) {
            return; // a background thread, between two cells
        }
        if (place == null || place.cell() != here.cell()) {
            erase();
            place = here;
            began = nanoTime.getAsLong();
        }
        running = steps;
        if (!ticking) {
            tickLater();
        }
    }

    @Override
    public synchronized void closed(Steps steps) {
        if (running == steps) {
            running = null;
            ended = nanoTime.getAsLong();
            if (place != null && !place.reportsEnd()) {
                clear();
            }
        }
    }

    private void tickLater() {
        ticking = true;
        later.run(EVERY, this::tick);
    }

    private synchronized void tick() {
        ticking = false;
        if (place == null) {
            return;
        }
        if (running == null && hasPassed(PAUSE, ended)) {
            erase();
            return;
        }
        if (running != null && hasPassed(PATIENCE, began)) {
            show(running.line());
        }
        tickLater();
    }

    private boolean hasPassed(Duration time, long since) {
        return nanoTime.getAsLong() - since >= time.toNanos();
    }

    private void show(String text) {
        if (!text.equals(line)) {
            line = text;
            place.live().show("<div role=\"status\">" + Markup.text(text) + "</div>", text);
        }
    }

    private synchronized void erase() {
        if (place != null) {
            clear();
        }
        place = null;
        running = null;
    }

    private void clear() {
        if (!line.isEmpty()) {
            line = "";
            place.live().show("", "");
            place.live().close();
        }
    }
}
