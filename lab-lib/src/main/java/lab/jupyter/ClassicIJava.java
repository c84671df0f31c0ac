package lab.jupyter;

import io.github.spencerpark.jupyter.kernel.BaseKernel;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.display.Renderer;
import java.util.function.Function;
import lab.chart.Figure;
import lab.exercise.Card;
import lab.measure.Measured;

/** Connects the lab to classic IJava, which does not look for extensions. */
public final class ClassicIJava {

    private ClassicIJava() {}

    /**
     * Makes its cells show the lab's results as figures and boxes, and the lab's Javadoc on
     * Shift-Tab. In any other kernel this does nothing.
     */
    public static void prepare() {
        try {
            Kernels.running().filter(Kernels::isClassic).ifPresent(ClassicIJava::prepare);
        } catch (LinkageError otherVersion) {
            // without this, results are text and Shift-Tab shows only signatures
        }
    }

    private static void prepare(Kernels classic) {
        var renderer = ((BaseKernel) classic.kernel()).getRenderer();
        show(renderer, Card.class, Drawing::of);
        show(renderer, Measured.class, Drawing::of);
        show(renderer, Figure.class, Drawing::of);
        StepsLine.install(classic);
        LibraryLogs.onlyWarnings();
        LibraryLogs.onlyWarnings();
        Notebook.current().shell().ifPresent(Sources::showTo);
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
