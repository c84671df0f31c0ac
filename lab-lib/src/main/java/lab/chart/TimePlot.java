package lab.chart;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import lab.chart.Plot.Spot;
import lab.measure.Timeline;

/** A timeline: samples over seconds, and the limits that an alert would watch. */
final class TimePlot {

    /** More markers than these would hide the line. */
    private static final int MARKABLE = 60;

    private TimePlot() {}

    static Plot of(Timeline timeline) {
        var across = across(timeline);
        var up = up(timeline);
        var plot = new Plot(timeline.title(), across, up);
        int index = 0;
        for (var track : timeline.tracks()) {
            draw(plot, track, index++);
        }
        timeline.thresholds().forEach(limit -> plot.over(Mark.across(across, up, limit)));
        return plot;
    }

    private static void draw(Plot plot, Timeline.Track track, int index) {
        plot.explain(track.name(), index);
        var spots = spots(track);
        if (!spots.isEmpty()) {
            plot.line(index, spots);
            plot.markers(index, thinned(spots));
        }
    }

    private static List<Spot> spots(Timeline.Track track) {
        return track.samples().stream()
                .filter(sample -> Double.isFinite(sample.value()))
                .map(sample -> new Spot(seconds(sample), sample.value()))
                .toList();
    }

    /** Enough markers to tell the lines apart. */
    private static List<Spot> thinned(List<Spot> spots) {
        int every = spots.size() <= MARKABLE ? 1 : spots.size() / 10;
        return IntStream.iterate(every / 2, i -> i < spots.size(), i -> i + every)
                .mapToObj(spots::get)
                .toList();
    }

    private static double seconds(Timeline.Sample sample) {
        return sample.at().toNanos() / 1e9;
    }

    private static Axis across(Timeline timeline) {
        double last =
                timeline.tracks().stream()
                        .flatMap(track -> track.samples().stream())
                        .mapToDouble(TimePlot::seconds)
                        .max()
                        .orElse(1);
        return Axis.linear("time, s", 0, last).withRoom(0.01, 0.02);
    }

    private static Axis up(Timeline timeline) {
        var values = DoubleStream.concat(limits(timeline), samples(timeline)).summaryStatistics();
        return values.getCount() == 0
                ? Axis.linear(timeline.unit(), 0, 1)
                : Axis.linear(timeline.unit(), values.getMin(), values.getMax()).withRoom(0, 0.1);
    }

    private static DoubleStream limits(Timeline timeline) {
        return timeline.thresholds().stream().mapToDouble(Timeline.Threshold::value);
    }

    private static DoubleStream samples(Timeline timeline) {
        return timeline.tracks().stream()
                .flatMap(track -> track.samples().stream())
                .mapToDouble(Timeline.Sample::value)
                .filter(Double::isFinite);
    }
}
