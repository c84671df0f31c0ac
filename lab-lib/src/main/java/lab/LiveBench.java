package lab;

import java.util.stream.Collectors;
import lab.bench.BenchResult;
import lab.bench.Progress;
import lab.chart.Figure;
import lab.jupyter.Live;
import lab.measure.Comparison.Bar;
import lab.measure.Markup;
import lab.measure.Text;

/**
 * A running benchmark in the output of its cell. While it runs only a bar and a table are drawn:
 * painting a chart would take CPU time from what is measured.
 */
final class LiveBench implements AutoCloseable {

    private final Live live;

    LiveBench(Live live) {
        this.live = live;
    }

    void show(Progress progress) {
        live.show(html(progress), progress.finding());
    }

    /** Leaves the figure of the result in the place of the progress. */
    BenchResult ending(BenchResult result) {
        var figure = Figure.of(result);
        live.show(
                figure.html() + profile(result.details()), figure.text() + "\n" + result.details());
        return result;
    }

    private static String profile(String details) {
        return details.isEmpty() ? "" : "<pre>%s</pre>".formatted(Markup.text(details));
    }

    private static String html(Progress progress) {
        String rows =
                progress.running().stream()
                        .map(bar -> row(bar, progress.unit()))
                        .collect(Collectors.joining());
        return "<div role=\"status\"><progress max=\"1\" value=\"%.3f\" style=\"width:24em\"></progress> %s"
                        .formatted(progress.fraction(), Markup.text(progress.finding()))
                + "<table><tbody>%s</tbody></table></div>".formatted(rows);
    }

    private static String row(Bar bar, String unit) {
        String score = bar.value() == 0 ? "…" : Text.of(bar.value()) + " " + unit;
        return "<tr><th scope=\"row\" style=\"text-align:left\">%s</th><td>%s</td></tr>"
                .formatted(Markup.text(bar.name()), Markup.text(score));
    }

    @Override
    public void close() {
        live.close();
    }
}
