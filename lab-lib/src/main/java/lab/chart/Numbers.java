package lab.chart;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import lab.measure.Comparison;
import lab.measure.Distribution;
import lab.measure.Dots;
import lab.measure.Latency;
import lab.measure.Shape;
import lab.measure.Sweep;
import lab.measure.Text;
import lab.measure.Timeline;

/** The table of each shape: every number in the picture, and how certain it is. */
final class Numbers {

    private static final String NONE = "–";

    private Numbers() {}

    static CaptionedTable of(Shape shape) {
        return switch (shape) {
            case Comparison comparison -> comparison(comparison);
            case Dots dots -> dots(dots);
            case Sweep sweep -> sweep(sweep);
            case Distribution distribution -> distribution(distribution);
            case Timeline timeline -> timeline(timeline);
        };
    }

    private static CaptionedTable comparison(Comparison comparison) {
        var head = List.of("", comparison.unit(), "at least", "at most");
        var rows =
                comparison.bars().stream()
                        .map(
                                bar ->
                                        List.of(
                                                bar.name(),
                                                number(bar.value()),
                                                number(Interval.of(bar).low()),
                                                number(Interval.of(bar).high())))
                        .toList();
        return new CaptionedTable(comparison.title(), head, rows);
    }

    private static CaptionedTable dots(Dots dots) {
        var head = Stream.concat(Stream.of(""), dots.series().stream()).toList();
        var rows = dots.rows().stream().map(Numbers::row).toList();
        return new CaptionedTable(dots.title() + " — " + dots.unit(), head, rows);
    }

    private static List<String> row(Dots.Row row) {
        var values = row.values().stream().map(Numbers::number);
        return Stream.concat(Stream.of(row.name()), values).toList();
    }

    private static CaptionedTable sweep(Sweep sweep) {
        var head = new ArrayList<>(List.of(sweep.across()));
        sweep.lines().forEach(line -> head.add(line.name()));
        var rows =
                sweep.lines().stream()
                        .flatMap(line -> line.points().stream())
                        .map(Sweep.Point::x)
                        .distinct()
                        .sorted()
                        .map(x -> rowAt(x, sweep.lines()))
                        .toList();
        return new CaptionedTable(sweep.title() + " — " + sweep.up(), head, rows);
    }

    private static List<String> rowAt(double x, List<Sweep.Line> lines) {
        var row = new ArrayList<>(List.of(Text.of(x)));
        for (var line : lines) {
            row.add(
                    line.points().stream()
                            .filter(point -> point.x() == x)
                            .map(point -> number(point.y()))
                            .findFirst()
                            .orElse(""));
        }
        return row;
    }

    private static CaptionedTable distribution(Distribution distribution) {
        var head = new ArrayList<>(List.of(""));
        head.addAll(distribution.latencies().sequencedKeySet());
        var latencies = List.copyOf(distribution.latencies().sequencedValues());
        var rows =
                List.of(
                        row("samples", latencies, each -> "%,d".formatted(each.count())),
                        times("mean", latencies, Latency::mean),
                        times("p50", latencies, Latency::p50),
                        times("p90", latencies, Latency::p90),
                        times("p99", latencies, Latency::p99),
                        times("p99.9", latencies, Latency::p999),
                        times("max", latencies, Latency::max));
        return new CaptionedTable(distribution.title(), head, rows);
    }

    /** Without samples there is no time: a dash, not 0 ns. */
    private static List<String> times(
            String name, List<Latency> latencies, Function<Latency, Duration> time) {
        return row(name, latencies, each -> each.count() == 0 ? NONE : Text.of(time.apply(each)));
    }

    private static List<String> row(
            String name, List<Latency> latencies, Function<Latency, String> cell) {
        return Stream.concat(Stream.of(name), latencies.stream().map(cell)).toList();
    }

    private static CaptionedTable timeline(Timeline timeline) {
        var head = List.of("", "samples", "lowest", "median", "highest", "highest at");
        var rows = new ArrayList<List<String>>();
        timeline.tracks().forEach(track -> rows.add(summary(track)));
        for (var threshold : timeline.thresholds()) {
            var value = number(threshold.value());
            rows.add(List.of(threshold.label() + " (limit)", "", value, value, value, ""));
        }
        return new CaptionedTable(timeline.title() + " — " + timeline.unit(), head, rows);
    }

    private static List<String> summary(Timeline.Track track) {
        var sorted =
                track.samples().stream().mapToDouble(Timeline.Sample::value).sorted().toArray();
        if (sorted.length == 0) {
            return List.of(track.name(), "0", "", "", "", "");
        }
        double highest = sorted[sorted.length - 1];
        return List.of(
                track.name(),
                "%,d".formatted(sorted.length),
                number(sorted[0]),
                number(sorted[sorted.length / 2]),
                number(highest),
                Text.of(when(highest, track)));
    }

    private static Duration when(double value, Timeline.Track track) {
        return track.samples().stream()
                .filter(sample -> sample.value() == value)
                .map(Timeline.Sample::at)
                .findFirst()
                .orElse(Duration.ZERO);
    }

    private static String number(double value) {
        return Double.isFinite(value) ? Text.of(value) : NONE;
    }
}
