package lab.measure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lab.measure.Dots.Row;

/**
 * How long several pieces of work block the thread that does them.
 *
 * @param all one entry for each piece of work, in the order in which they were measured
 */
public record Costs(List<Cost> all) implements Measured {

    public Costs {
        all = List.copyOf(all);
    }

    /** Measures a piece of work now. */
    public static Costs of(String name, Task work) throws Exception {
        return new Costs(List.of()).and(name, work);
    }

    /** Measures one more piece of work. */
    public Costs and(String name, Task work) throws Exception {
        Require.unused(name, "piece of work", all, Cost::name);
        var more = new ArrayList<>(all);
        more.add(Cost.of(name, work));
        return new Costs(more);
    }

    /** The cost of the work with this name. */
    public Cost cost(String name) {
        return Require.known(name, "work", all, Cost::name);
    }

    @Override
    public Dots shape() {
        var rows =
                all.stream()
                        .sorted(Comparator.comparing(Cost::warm).reversed())
                        .map(cost -> new Row(cost.name(), times(cost)))
                        .toList();
        return new Dots("How long a call takes", "ms", List.of("first call", "warm"), rows);
    }

    /** The same figure with a line at this time. */
    public Measured against(Duration limit) {
        Require.given(limit, "limit", "against(ofMillis(10))");
        Require.that(
                limit.isPositive(),
                "limit must be above 0, was %s; try against(ofMillis(10))",
                limit);
        return as(shape().against(Millis.of(limit), Text.of(limit)));
    }

    private static List<Double> times(Cost cost) {
        return List.of(Millis.of(cost.first()), Millis.of(cost.warm()));
    }

    /** The longest and the shortest; the others are in the figure and in the table. */
    @Override
    public String finding() {
        var longest = Collections.max(all, Comparator.comparing(Cost::warm));
        var shortest = Collections.min(all, Comparator.comparing(Cost::warm));
        return Stream.of(longest, shortest)
                .distinct()
                .map(Costs::inWords)
                .collect(Collectors.joining("; "));
    }

    private static String inWords(Cost cost) {
        return "%s takes %s (first call %s)"
                .formatted(cost.name(), Text.of(cost.warm()), Text.of(cost.first()));
    }

    @Override
    public String toString() {
        return finding();
    }
}
