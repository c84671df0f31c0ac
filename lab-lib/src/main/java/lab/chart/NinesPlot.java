package lab.chart;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import lab.chart.Plot.Spot;
import lab.measure.Distribution;
import lab.measure.Latency;
import lab.measure.Latency.AtPercentile;
import lab.measure.Text;
import lab.measure.Threshold;

/**
 * A distribution: latency over percentiles, with the same width for each nine. The maximum of n
 * samples is at the percentile that n samples can resolve: 1,000 samples reach 99.9.
 */
final class NinesPlot {

    private static final List<Double> MARKED = List.of(0.0, 50.0, 90.0, 99.0, 99.9, 99.99, 99.999);

    private NinesPlot() {}

    static Plot of(Distribution distribution) {
        var latencies = distribution.latencies();
        var unit = Unit.fitting(latencies.values());
        var across = across(latencies.values());
        var up = up(latencies.values(), unit);
        var plot = new Plot(distribution.title(), across, up);
        if (latencies.size() == 1) {
            mean(latencies.firstEntry().getValue(), unit)
                    .ifPresent(mean -> plot.over(Mark.across(across, up, mean)));
        }
        int index = 0;
        for (var each : latencies.entrySet()) {
            plot.explain(each.getKey(), index);
            draw(plot, index++, spots(each.getValue(), unit));
        }
        return plot;
    }

    /** Where there is one curve only, its mean shows how little a mean says about it. */
    private static Optional<Threshold> mean(Latency latency, Unit unit) {
        return latency.count() == 0
                ? Optional.empty()
                : Optional.of(
                        new Threshold("mean " + Text.of(latency.mean()), unit.of(latency.mean())));
    }

    private static void draw(Plot plot, int index, List<Spot> spots) {
        if (!spots.isEmpty()) {
            plot.line(index, spots);
            var marked = spots.stream().filter(spot -> MARKED.contains(spot.x()));
            plot.markers(index, marked.toList());
            plot.lastMarker(index, spots.getLast());
        }
    }

    private static List<Spot> spots(Latency latency, Unit unit) {
        if (latency.count() == 0) {
            return List.of();
        }
        double last = resolved(latency.count());
        var curve = new TreeMap<Double, Duration>();
        latency.curve().forEach(point -> curve.put(point.percentile(), point.latency()));
        MARKED.forEach(percentile -> curve.put(percentile, at(percentile, latency)));
        curve.tailMap(last).clear();
        curve.put(last, latency.max());
        return curve.entrySet().stream()
                .map(point -> new Spot(point.getKey(), unit.of(point.getValue())))
                .toList();
    }

    private static Duration at(double percentile, Latency latency) {
        return switch ("" + percentile) {
            case "50.0" -> latency.p50();
            case "90.0" -> latency.p90();
            case "99.0" -> latency.p99();
            case "99.9" -> latency.p999();
            default -> onCurve(percentile, latency);
        };
    }

    private static Duration onCurve(double percentile, Latency latency) {
        return latency.curve().stream()
                .filter(point -> point.percentile() >= percentile)
                .findFirst()
                .map(AtPercentile::latency)
                .orElse(latency.max());
    }

    private static double resolved(long count) {
        return 100 * (1 - 1.0 / Math.max(2, count));
    }

    private static Axis across(Collection<Latency> latencies) {
        long most = latencies.stream().mapToLong(Latency::count).max().orElse(0);
        double last = Math.max(resolved(most), 90);
        var labels = new TreeMap<Double, String>();
        MARKED.stream()
                .filter(percentile -> percentile <= last + 1e-9)
                .forEach(each -> labels.put(each, Lettering.withoutZeros(each.toString())));
        var label = "percentile (share of samples that took no longer), %";
        double end = Scale.NINES.position(last);
        return new Axis(label, Scale.NINES, 0, end, labels).withRoom(0.01, 0.02);
    }

    private static Axis up(Collection<Latency> latencies, Unit unit) {
        double smallest = values(latencies, unit).filter(value -> value > 0).min().orElse(1);
        double largest = values(latencies, unit).max().orElse(1);
        var label = "latency, " + unit.symbol();
        var axis =
                Scale.isWide(smallest, largest)
                        ? Axis.logarithmic(label, smallest, largest)
                        : Axis.linear(label, 0, largest);
        return axis.withRoom(0, 0.08);
    }

    private static DoubleStream values(Collection<Latency> latencies, Unit unit) {
        return latencies.stream()
                .flatMap(latency -> latency.curve().stream())
                .mapToDouble(point -> unit.of(point.latency()));
    }
}
