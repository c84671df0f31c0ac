package lab.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import lab.measure.Comparison.Bar;

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
        var more = new ArrayList<>(all);
        more.add(Cost.of(name, work));
        return new Costs(more);
    }

    /** The cost of the work with this name. */
    public Cost cost(String name) {
        return Require.known(name, "work", all, Cost::name);
    }

    @Override
    public Comparison shape() {
        var bars = new ArrayList<Bar>();
        for (var cost : all) {
            bars.add(Bar.exact(cost.name() + ", first call", Millis.of(cost.first())));
            bars.add(Bar.exact(cost.name() + ", warm", Millis.of(cost.warm())));
        }
        return new Comparison("How long the thread is blocked", "ms", bars);
    }

    @Override
    public String finding() {
        return all.stream()
                .map(
                        cost ->
                                "%s %s (first call %s)"
                                        .formatted(
                                                cost.name(),
                                                Text.of(cost.warm()),
                                                Text.of(cost.first())))
                .collect(Collectors.joining("; "));
    }

    @Override
    public String toString() {
        return finding();
    }
}
