package lab.measure;

import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * Latencies by percentile, drawn as curves over an axis of nines, one named curve for each entry.
 *
 * @param title what was measured
 * @param latencies the curves in drawing order; never empty
 */
public record Distribution(String title, SequencedMap<String, Latency> latencies) implements Shape {

    /** A single curve. */
    public static Distribution of(String title, String curve, Latency latency) {
        var one = new LinkedHashMap<String, Latency>();
        one.put(curve, latency);
        return new Distribution(title, one);
    }

    public Distribution {
        latencies = Ordered.copyOf(latencies);
        if (latencies.isEmpty()) {
            throw new IllegalArgumentException(
                    "latencies must not be empty; a distribution needs a curve");
        }
    }
}
