package lab.measure;

import java.util.SequencedMap;

/**
 * Latencies by percentile, drawn as curves over an axis of nines, one named curve for each entry.
 *
 * @param title what was measured
 * @param latencies the curves in drawing order; never empty
 */
public record Distribution(String title, SequencedMap<String, Latency> latencies) implements Shape {

    public Distribution {
        latencies = Ordered.copyOf(latencies);
        if (latencies.isEmpty()) {
            throw new IllegalArgumentException(
                    "latencies must not be empty; a distribution needs a curve");
        }
    }
}
