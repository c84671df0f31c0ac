package lab;

import java.time.Duration;
import lab.chart.Figure;
import lab.jupyter.Live;
import lab.jupyter.Notebook;
import lab.measure.Measured;
import lab.measure.Steps;

/**
 * Shows the figure of a running experiment in the output of its cell. The figure is drawn at most
 * twice a second, because drawing takes CPU time from the code that is measured. A separate thread
 * draws it, because the measuring thread would miss what happens in the meantime.
 */
final class LiveFigure implements AutoCloseable {

    private static final long PAUSE = Duration.ofMillis(500).toNanos();

    private final Notebook notebook;
    private final Live live;
    private final Steps hidden = Steps.hidden();
    private long painted = System.nanoTime();
    private Thread painter = new Thread();

    LiveFigure(Notebook notebook) {
        this.notebook = notebook;
        this.live = notebook.live();
    }

    synchronized void show(Measured soFar) {
        if (!painter.isAlive() && System.nanoTime() - painted > PAUSE) {
            painted = System.nanoTime();
            painter = Thread.ofPlatform().daemon().name("painter").start(() -> paint(soFar));
        }
    }

    /** Draws the figure of the result; {@link #show} must not be called after this. */
    <M extends Measured> M ending(M result) throws InterruptedException {
        painter.join();
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
        hidden.close();
        live.close();
    }
}
