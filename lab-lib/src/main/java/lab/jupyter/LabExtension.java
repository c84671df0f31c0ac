package lab.jupyter;

import java.time.Duration;
import java.util.function.Function;
import lab.chart.Figure;
import lab.exercise.Card;
import lab.measure.Measured;
import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.Renderer;

/**
 * Makes cells show the lab's results as figures and boxes. JJava finds this extension by itself in
 * any jar on its class path; the lab's own kernel does the same.
 */
public final class LabExtension implements Extension {

    private static final Duration UNTIL_REPLY_IS_SENT = Duration.ofMillis(300);

    @Override
    public void install(BaseKernel kernel) {
        var renderer = kernel.getRenderer();
        show(renderer, Card.class, Drawing::of);
        show(renderer, Measured.class, Drawing::of);
        show(renderer, Figure.class, Drawing::of);
        Kernels.running().ifPresent(StepsLine::install);
        LibraryLogs.onlyWarnings();
        if (!isOurs(kernel)) {
            Notebook.current().shell().ifPresent(Sources::showTo);
        }
    }

    /** Plain JJava would continue to run for a minute after a request to stop. */
    @Override
    public void uninstall(BaseKernel kernel) {
        if (!isOurs(kernel)) {
            Processes.endAll();
            Later.onTimer().run(UNTIL_REPLY_IS_SENT, () -> System.exit(0));
        }
    }

    private static boolean isOurs(BaseKernel kernel) {
        return kernel.getClass().getName().startsWith("lab.");
    }

    private static <T> void show(Renderer renderer, Class<T> type, Function<T, Drawing> drawing) {
        renderer.createRegistration(type)
                .preferring("text/html")
                .register(
                        (value, context) ->
                                context.getOutputContainer()
                                        .assign(display(drawing.apply(type.cast(value)))));
    }

    private static DisplayData display(Drawing drawing) {
        var data = new DisplayData(drawing.text());
        data.putHTML(drawing.html());
        return data;
    }
}
