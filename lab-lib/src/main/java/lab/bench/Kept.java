package lab.bench;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

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

    boolean isWhole() {
        return Stream.of(when, name, mode, unit).allMatch(Objects::nonNull);
    }

    Score score() {
        return new Score(name, name, Map.of(), mode, value, error, unit, 0, Map.of(), List.of());
    }
}
