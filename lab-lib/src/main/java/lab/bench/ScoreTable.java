package lab.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import lab.bench.BenchResult.Failure;
import lab.measure.Table;
import lab.measure.Text;

/** The table of a result; a column is there only where some benchmark has something for it. */
final class ScoreTable {

    private final List<Score> scores;
    private final List<Failure> failures;
    private final TreeSet<Double> percentiles = new TreeSet<>();
    private final boolean modes;
    private final boolean allocated;
    private final boolean forks;

    ScoreTable(List<Score> scores, List<Failure> failures) {
        this.scores = scores;
        this.failures = failures;
        scores.forEach(score -> percentiles.addAll(score.percentiles().keySet()));
        modes = scores.stream().map(Score::mode).distinct().count() > 1;
        forks = scores.stream().anyMatch(score -> !score.forks().isEmpty());
        allocated = scores.stream().anyMatch(score -> !Double.isNaN(score.allocatedBytes()));
    }

    Table table() {
        var rows = new ArrayList<List<String>>();
        for (var score : scores) {
            rows.add(row(score));
            score.parts().stream()
                    .filter(ScoreTable::isShown)
                    .forEach(p -> rows.add(row(score, p)));
        }
        failures.forEach(failure -> rows.add(row(failure)));
        return new Table(head(), rows);
    }

    private static boolean isShown(Score.Part part) {
        return part.detail().isEmpty() && !part.label().matches("gc\\..*|(.*:)?p[01]\\.\\d+");
    }

    private List<String> head() {
        var head = new ArrayList<>(List.of("benchmark"));
        if (modes) {
            head.add("mode");
        }
        head.addAll(List.of("score", "± 99.9 %", "unit", "samples"));
        if (forks) {
            head.addAll(List.of("forks", "median fork", "lowest", "highest"));
        }
        percentiles.forEach(p -> head.add(p == 100 ? "max" : "p" + Text.of(p)));
        if (allocated) {
            head.add("B/op");
        }
        return head;
    }

    private List<String> row(Score score) {
        var row = new ArrayList<>(List.of(score.name()));
        if (modes) {
            row.add(score.mode());
        }
        row.add(Text.of(score.value()));
        row.add(orDash(score.error()));
        row.add(score.unit());
        row.add(Text.of(score.samples()));
        if (forks) {
            row.add(Text.of(score.forks().medians().size()));
            row.add(orDash(score.typical()));
            row.add(orDash(score.forks().lowest()));
            row.add(orDash(score.forks().highest()));
        }
        percentiles.forEach(p -> row.add(orDash(score.percentiles().getOrDefault(p, Double.NaN))));
        if (allocated) {
            row.add(orDash(score.allocatedBytes()));
        }
        return row;
    }

    private List<String> row(Score score, Score.Part part) {
        var row = new ArrayList<>(List.of(score.name() + ":" + part.label()));
        if (modes) {
            row.add(score.mode());
        }
        row.addAll(List.of(Text.of(part.value()), "", part.unit()));
        return filled(row);
    }

    private List<String> row(Failure failure) {
        return filled(new ArrayList<>(List.of(failure.name(), "failed")));
    }

    private List<String> filled(List<String> row) {
        while (row.size() < head().size()) {
            row.add("");
        }
        return row;
    }

    private static String orDash(double value) {
        return Double.isNaN(value) ? "–" : Text.of(value);
    }
}
