package lab.profile;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import lab.measure.Comparison;
import lab.measure.Comparison.Bar;
import lab.measure.Measured;
import lab.measure.Millis;
import lab.measure.Require;
import lab.measure.Text;

/**
 * The parts of a request, and what the whole gains when one part becomes faster (C115, Amdahl's
 * law).
 *
 * @param parts how long each part takes
 */
public record Amdahl(SequencedMap<String, Duration> parts) implements Measured {

    public Amdahl {
        parts = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(parts));
    }

    /** A request that has this part. */
    public static Amdahl of(String part, Duration time) {
        return new Amdahl(new LinkedHashMap<>()).and(part, time);
    }

    /** And this part, which follows. */
    public Amdahl and(String part, Duration time) {
        Require.given(time, "time", "ofMillis(20)");
        Require.that(
                time.isPositive(),
                "time of \"%s\" must be above 0, was %s; try ofMillis(20)",
                part,
                time);
        var more = new LinkedHashMap<>(parts);
        more.put(part, time);
        return new Amdahl(more);
    }

    /** The whole request. */
    public Duration total() {
        return parts.values().stream().reduce(Duration.ZERO, Duration::plus);
    }

    /**
     * What the whole saves when one part becomes faster.
     *
     * @param factor how many times as fast the part becomes: above 1, such as 50
     */
    public Duration saved(String part, double factor) {
        Require.that(factor > 1, "factor must be above 1, was %s; try 2", Text.of(factor));
        var time = Require.known(part, "part", parts);
        return Duration.ofNanos((long) (time.toNanos() * (1 - 1 / factor)));
    }

    /** How many times as fast the whole becomes when one part becomes this many times as fast. */
    public double gain(String part, double factor) {
        return (double) total().toNanos() / total().minus(saved(part, factor)).toNanos();
    }

    @Override
    public Comparison shape() {
        return new Comparison(
                "The parts of a request",
                "ms",
                parts.sequencedEntrySet().stream()
                        .map(part -> Bar.exact(part.getKey(), Millis.of(part.getValue())))
                        .toList());
    }

    @Override
    public String finding() {
        return "%s in all; twice as fast, each part would make the whole %s"
                .formatted(
                        Text.of(total()),
                        parts.sequencedKeySet().stream()
                                .map(
                                        part ->
                                                "%s as fast (%s)"
                                                        .formatted(Text.times(gain(part, 2)), part))
                                .collect(Collectors.joining(", ")));
    }

    @Override
    public String toString() {
        return finding();
    }
}
