package lab.eventloop;

import java.time.Duration;
import java.util.List;
import lab.measure.Latency;
import lab.measure.Measured;
import lab.measure.Samples;
import lab.measure.Text;
import lab.measure.Threshold;
import lab.measure.Timeline;
import lab.measure.Timeline.Sample;
import lab.measure.Timeline.Track;

/**
 * How late the event loop was, sample by sample. Its percentiles count samples, not time: read
 * {@code max} first.
 *
 * @param every the planned interval of the samples
 * @param samples when each sample came, and how late it was in milliseconds
 * @param latency the percentiles of the lateness
 */
public record Lag(Duration every, List<Sample> samples, Latency latency) implements Measured {

    /** The limit in the alerts of two guides: one for the mean, one for P95 (C08). */
    static final Duration ALERT = Duration.ofMillis(50);

    public Lag {
        samples = List.copyOf(samples);
    }

    /** The lag of these samples, which are in the order of their time. */
    public static Lag of(Duration every, List<Sample> samples) {
        var all = new Samples();
        samples.forEach(one -> all.recordNanos((long) (one.value() * 1e6)));
        return new Lag(every, samples, all.latency());
    }

    /** 95 in 100 samples were no later than this. */
    public Duration p95() {
        return latency.curve().stream()
                .filter(point -> point.percentile() >= 95)
                .findFirst()
                .map(Latency.AtPercentile::latency)
                .orElse(Duration.ZERO);
    }

    /** The longest time without a sample: a stall silences the probe. */
    public Duration longestSilence() {
        var longest = Duration.ZERO;
        var before = Duration.ZERO;
        for (var sample : samples) {
            var silence = sample.at().minus(before);
            longest = silence.compareTo(longest) > 0 ? silence : longest;
            before = sample.at();
        }
        return longest;
    }

    @Override
    public Timeline shape() {
        return new Timeline(
                "Lag of the event loop, one sample every " + Text.of(every),
                "lag (ms)",
                List.of(new Track("lag", samples)),
                List.of(new Threshold("the alert in the guides: 50 ms", ALERT.toMillis())));
    }

    @Override
    public String finding() {
        return samples.isEmpty()
                ? "no lag sample came: the loop was blocked all the time"
                : ("%,d lag samples: p50 %s, p95 %s, p99 %s, max %s;"
                                + " the longest time without a sample %s")
                        .formatted(
                                latency.count(),
                                Text.of(latency.p50()),
                                Text.of(p95()),
                                Text.of(latency.p99()),
                                Text.of(latency.max()),
                                Text.of(longestSilence()));
    }

    @Override
    public String toString() {
        return finding();
    }
}
