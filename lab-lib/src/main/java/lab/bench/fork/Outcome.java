package lab.bench.fork;

import java.io.Serializable;
import java.util.List;
import java.util.TreeMap;

/**
 * An item's result as JMH gives it.
 *
 * @param percentiles in the primary unit, for sampled times only
 */
public record Outcome(Reading primary, List<Reading> secondary, TreeMap<Double, Double> percentiles)
        implements Serializable {

    /** One number with its 99.9 % error, which is NaN where there are fewer than 3 samples. */
    public record Reading(
            String label, double score, double error, String unit, long samples, String detail)
            implements Serializable {}
}
