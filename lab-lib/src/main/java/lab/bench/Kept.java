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
 * @param quiet whether nothing else used the CPUs
 * @param rounds how many forks; null where an earlier version kept the score
 * @param seed of the order in each round; null as well
 * @param ratio how many times as fast as this one its fastest rival is; null without a rival
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
        boolean quiet,
        Integer rounds,
        Long seed,
        String ratio) {

    boolean isWhole() {
        return Stream.of(when, name, mode, unit).allMatch(Objects::nonNull);
    }

    Score score() {
        return new Score(name, name, Map.of(), mode, value, error, unit, 0, Map.of(), List.of());
    }
}
