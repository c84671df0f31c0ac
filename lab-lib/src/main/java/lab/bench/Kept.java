package lab.bench;

import java.time.Instant;
import java.util.List;
import java.util.Map;

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

    Score score() {
        return new Score(name, name, Map.of(), mode, value, error, unit, 0, Map.of(), List.of());
    }
}
