package lab;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import lab.bench.BenchProgress;
import lab.bench.BenchResult;
import lab.chart.Figure;
import lab.jupyter.Live;
import lab.jupyter.Notebook;
import lab.measure.Comparison.Bar;
import lab.measure.Markup;
import lab.measure.Text;

/**
 * Shows a running benchmark in the output of its cell. While it runs, only a progress bar and a
 * table are drawn: drawing a chart would take CPU time from the code that is measured.
 */
final class LiveBench implements AutoCloseable {

    private final Notebook notebook;
    private final Live live;
    private boolean running;

    LiveBench(Notebook notebook) {
        this.notebook = notebook;
        this.live = notebook.live();
    }

    void show(BenchProgress progress) {
        running = true;
        live.show(html(progress), progress.finding());
    }

    /** Replaces the progress with the figure of the result. */
    BenchResult ending(BenchResult result) {
        running = false;
        var figure = Figure.of(result);
        var beside = beside(result);
        live.show(figure.html() + html(beside), figure.text() + "\n" + beside);
        notebook.shown(result);
        return result;
    }

    private static String beside(BenchResult result) {
        var end = Stream.of(result.ran().text(), result.details());
        return Stream.concat(result.notes().stream(), end)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n\n"));
    }

    private static String html(String beside) {
        return beside.isEmpty() ? "" : "<pre>%s</pre>".formatted(Markup.text(beside));
    }

    private static String html(BenchProgress progress) {
        String rows =
                progress.running().stream()
                        .map(bar -> row(bar, progress.unit()))
                        .collect(Collectors.joining());
        return "<div role=\"status\"><progress max=\"100\" value=\"%d\"></progress> %s"
                        .formatted(
                                Math.round(100 * progress.fraction()),
                                Markup.text(progress.finding()))
                + "<table><tbody>%s</tbody></table></div>".formatted(rows);
    }

    private static String row(Bar bar, String unit) {
        String score = bar.value() > 0 ? Text.of(bar.value()) + " " + unit : "…";
        return "<tr><th scope=\"row\" style=\"text-align:left\">%s</th><td>%s</td></tr>"
                .formatted(Markup.text(bar.name()), Markup.text(score));
    }

    @Override
    public void close() {
        if (running) {
            live.show("<p>The benchmark was stopped.</p>", "The benchmark was stopped.");
        }
        live.close();
    }
}
