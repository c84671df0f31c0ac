package lab;

import java.time.Duration;
import lab.chart.Figure;
import lab.jupyter.Live;
import lab.jupyter.Notebook;
import lab.measure.Measured;

/**
 * The figure of a running experiment in the output of its cell. It is painted twice a second at
 * most: painting takes CPU time from what is measured.
 */
final class LiveFigure implements AutoCloseable {

    private static final long PAUSE = Duration.ofMillis(500).toNanos();

    private final Notebook notebook;
    private final Live live;
    private long painted = System.nanoTime();
    private boolean ended;

    LiveFigure(Notebook notebook) {
        this.notebook = notebook;
        this.live = notebook.live();
    }

    synchronized void show(Measured soFar) {
        if (!ended && System.nanoTime() - painted > PAUSE) {
            paint(soFar);
            painted = System.nanoTime();
        }
    }

    /** Leaves the figure of the result. */
    synchronized <M extends Measured> M ending(M result) {
        ended = true;
        paint(result);
        notebook.shown(result);
        return result;
    }

    private void paint(Measured measured) {
        var figure = Figure.of(measured);
        live.show(figure.html(), figure.text());
    }

    @Override
    public void close() {
        live.close();
    }
}
