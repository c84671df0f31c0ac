package lab.bench.fork;

import java.util.ArrayList;
import java.util.TreeMap;
import lab.bench.fork.Outcome.Reading;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/** Takes from JMH's result what the lab shows. */
final class Outcomes {

    private static final double[] PERCENTILES = {50, 90, 99, 99.9, 100};

    private Outcomes() {}

    static Outcome of(RunResult run) {
        var percentiles = new TreeMap<Double, Double>();
        if (run.getParams().getMode() == Mode.SampleTime) {
            for (double p : PERCENTILES) {
                percentiles.put(p, run.getPrimaryResult().getStatistics().getPercentile(p));
            }
        }
        var secondary = new ArrayList<Reading>();
        run.getSecondaryResults().forEach((label, result) -> secondary.add(reading(label, result)));
        return new Outcome(reading("", run.getPrimaryResult()), secondary, percentiles);
    }

    private static Reading reading(String label, Result<?> result) {
        return new Reading(
                label.replace("·", ""),
                result.getScore(),
                result.getScoreError(),
                result.getScoreUnit(),
                result.getSampleCount(),
                result.extendedInfo().strip());
    }
}
