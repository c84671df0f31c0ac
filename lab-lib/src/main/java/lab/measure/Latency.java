package lab.measure;

import static java.time.Duration.ofNanos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.AbstractHistogram;

/**
 * How long something took, many times: the percentiles that matter and the whole curve (C128: look
 * at p99, never at the mean alone). Recorded with three significant digits.
 *
 * @param count the number of samples; if 0, the durations mean nothing
 * @param mean the arithmetic mean, which hides the tail
 * @param p50 half of the samples took no longer
 * @param p90 9 of 10 samples took no longer
 * @param p99 99 of 100 samples took no longer
 * @param p999 999 of 1,000 samples took no longer
 * @param max the longest sample
 * @param curve latency by percentile, from 0 to 100
 */
public record Latency(
        long count,
        Duration mean,
        Duration p50,
        Duration p90,
        Duration p99,
        Duration p999,
        Duration max,
        List<AtPercentile> curve)
        implements Measured {

    /** One point of the curve: this percentage of the samples took no longer. */
    public record AtPercentile(double percentile, Duration latency) {}

    public Latency {
        curve = List.copyOf(curve);
    }

    /** The latency in a histogram of nanoseconds. */
    public static Latency of(AbstractHistogram nanos) {
        Require.given(nanos, "histogram", "new Samples().latency()");
        if (nanos.getTotalCount() == 0) {
            return new Latency(
                    0,
                    Duration.ZERO,
                    Duration.ZERO,
                    Duration.ZERO,
                    Duration.ZERO,
                    Duration.ZERO,
                    Duration.ZERO,
                    List.of());
        }
        return new Latency(
                nanos.getTotalCount(),
                ofNanos((long) nanos.getMean()),
                ofNanos(nanos.getValueAtPercentile(50)),
                ofNanos(nanos.getValueAtPercentile(90)),
                ofNanos(nanos.getValueAtPercentile(99)),
                ofNanos(nanos.getValueAtPercentile(99.9)),
                ofNanos(nanos.getMaxValue()),
                curveOf(nanos));
    }

    private static List<AtPercentile> curveOf(AbstractHistogram nanos) {
        var points = new ArrayList<AtPercentile>();
        for (var value : nanos.percentiles(5)) {
            points.add(
                    new AtPercentile(
                            value.getPercentileLevelIteratedTo(),
                            ofNanos(value.getValueIteratedTo())));
        }
        return points;
    }

    @Override
    public Distribution shape() {
        return Distribution.of("Latency by percentile", "latency", this);
    }

    @Override
    public String finding() {
        return count == 0
                ? "no samples"
                : "%,d samples: p50 %s, p99 %s, p99.9 %s, max %s"
                        .formatted(count, Text.of(p50), Text.of(p99), Text.of(p999), Text.of(max));
    }

    @Override
    public String toString() {
        return finding();
    }
}
