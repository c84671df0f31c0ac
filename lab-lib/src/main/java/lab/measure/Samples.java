package lab.measure;

import java.time.Duration;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** Records durations from any number of threads and turns them into a {@link Latency}. */
public final class Samples {

    private static final int SIGNIFICANT_DIGITS = 3;

    private final ConcurrentHistogram nanos = new ConcurrentHistogram(SIGNIFICANT_DIGITS);

    public Samples() {
        nanos.setAutoResize(true);
    }

    /** Records one duration; one below zero (a clock's jitter) counts as zero. */
    public void record(Duration duration) {
        Require.given(duration, "duration", "record(ofMillis(5))");
        recordNanos(duration.toNanos());
    }

    /** Records one duration in nanoseconds, for loops that must not allocate. */
    public void recordNanos(long duration) {
        nanos.recordValue(Math.max(0, duration));
    }

    /** Everything recorded so far, from a copy that no other thread changes. */
    public Latency latency() {
        var plain = new Histogram(nanos);
        plain.add(nanos);
        return Latency.of(plain);
    }

    /** The duration that this percentage of all samples did not exceed. */
    Duration at(double percent) {
        return Duration.ofNanos(nanos.getValueAtPercentile(percent));
    }
}
