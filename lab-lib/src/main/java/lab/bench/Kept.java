package lab.bench;

import java.time.Instant;
import lab.measure.Comparison.Bar;

/**
 * One score of an earlier run.
 *
 * @param name class, method and parameters
 * @param error half of the 99.9 % interval, or NaN
 * @param quiet whether nothing else kept the machine busy
 */
public record Kept(
        Instant when,
        String name,
        String mode,
        double value,
        double error,
        String unit,
        String java,
        int cpus,
        boolean quiet) {

    Bar bar(String label, String wanted) {
        double factor = Unit.convert(1, unit, wanted);
        double half = Double.isNaN(error) ? 0 : error * factor;
        double mean = value * factor;
        return new Bar(label, mean, Math.max(0, mean - half), mean + half);
    }
}
