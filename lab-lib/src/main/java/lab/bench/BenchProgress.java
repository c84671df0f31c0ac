package lab.bench;

import java.time.Duration;
import java.util.List;
import lab.measure.Comparison;
import lab.measure.Comparison.Bar;
import lab.measure.Measured;

/**
 * How far a run has come; drawn like its result, with the scores so far.
 *
 * @param fraction of the planned time, from 0 to 1
 * @param left the time that remains at most, at the machine's pace so far
 * @param doing what happens now, such as "round 3: sumLoop, 58.2 ns/op so far"
 * @param running the scores so far, 0 where nothing was measured yet, NaN where it failed; never
 *     empty
 */
public record BenchProgress(
        double fraction, Duration left, String doing, String unit, List<Bar> running)
        implements Measured {

    public BenchProgress {
        running = List.copyOf(running);
    }

    @Override
    public Comparison shape() {
        return new Comparison("Measuring …", unit, running);
    }

    @Override
    public String finding() {
        return "%s, at most %s left".formatted(doing, leftText());
    }

    /** "12 s" or "2 min 12 s". */
    private String leftText() {
        long seconds = Math.max(1, left.toSeconds());
        return seconds < 90 ? seconds + " s" : seconds / 60 + " min " + seconds % 60 + " s";
    }
}
