package lab.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lab.chart.Plot.Spot;
import lab.measure.Threshold;
import lab.measure.Timeline;

/** A timeline: samples over seconds, and the limits that an alert would watch. */
final class TimePlot {

    /** More markers than these would hide the line. */
    private static final int MARKABLE = 60;

    /** A gap that is this many times longer than usual means that samples are missing. */
    private static final int LONG_GAP = 10;

    private TimePlot() {}

    static Plot of(Timeline timeline) {
        var across = across(timeline);
        var up = up(timeline);
        var plot = new Plot(timeline.title(), across, up);
        int index = 0;
        for (var track : timeline.tracks()) {
            plot.explain(track.name(), index);
            var runs = runs(spots(track));
            draw(plot, runs, index++);
            if (timeline.tracks().size() == 1) { // with more of them it is not clear who was silent
                gaps(runs, across, up).forEach(plot::over);
            }
        }
        timeline.thresholds().forEach(limit -> plot.over(Mark.across(across, up, limit)));
        return plot;
    }

    private static void draw(Plot plot, List<List<Spot>> runs, int index) {
        runs.forEach(run -> plot.line(index, run));
        plot.markers(index, marked(runs));
    }

    /** From the last sample before each silence to the first one after it. */
    private static Stream<Gap> gaps(List<List<Spot>> runs, Axis across, Axis up) {
        return IntStream.range(1, runs.size())
                .mapToObj(
                        i -> {
                            double from = runs.get(i - 1).getLast().x();
                            return new Gap(across, up, from, runs.get(i).getFirst().x());
                        });
    }

    private static List<Spot> spots(Timeline.Track track) {
        return track.samples().stream()
                .filter(sample -> Double.isFinite(sample.value()))
                .map(sample -> new Spot(seconds(sample), sample.value()))
                .toList();
    }

    /** The line is interrupted where samples are missing. */
    private static List<List<Spot>> runs(List<Spot> spots) {
        double longest = LONG_GAP * medianGap(spots);
        var runs = new ArrayList<List<Spot>>();
        int from = 0;
        for (int i = 1; i < spots.size(); i++) {
            if (spots.get(i).x() - spots.get(i - 1).x() > longest) {
                runs.add(spots.subList(from, i));
                from = i;
            }
        }
        runs.add(spots.subList(from, spots.size()));
        return runs;
    }

    private static double medianGap(List<Spot> spots) {
        var gaps =
                IntStream.range(1, spots.size())
                        .mapToDouble(i -> spots.get(i).x() - spots.get(i - 1).x())
                        .sorted()
                        .toArray();
        return gaps.length == 0 ? 0 : gaps[gaps.length / 2];
    }

    /** The start of each run, and enough other markers to distinguish the lines. */
    private static List<Spot> marked(List<List<Spot>> runs) {
        int all = runs.stream().mapToInt(List::size).sum();
        int every = all <= MARKABLE ? 1 : all / 10;
        return runs.stream()
                .flatMap(
                        run ->
                                IntStream.iterate(0, i -> i < run.size(), i -> i + every)
                                        .mapToObj(run::get))
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
        var values = DoubleStream.concat(limits(timeline), samples(timeline)).toArray();
        return values.length == 0
                ? Axis.linear(timeline.unit(), 0, 1)
                : Axis.linear(timeline.unit(), values).withRoom(0, 0.1);
    }

    private static DoubleStream limits(Timeline timeline) {
        return timeline.thresholds().stream().mapToDouble(Threshold::value);
    }

    private static DoubleStream samples(Timeline timeline) {
        return timeline.tracks().stream()
                .flatMap(track -> track.samples().stream())
                .mapToDouble(Timeline.Sample::value)
                .filter(Double::isFinite);
    }
}
