package lab.pool;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import lab.measure.Comparison;
import lab.measure.Comparison.Bar;
import lab.measure.Measured;
import lab.measure.Require;
import lab.measure.Table;
import lab.measure.Text;

/**
 * The same tasks, started in several ways.
 *
 * @param all in the order in which they ran
 */
public record Rushes(List<Rush> all) implements Measured {

    public Rushes {
        all = List.copyOf(all);
    }

    /** The first way. */
    public static Rushes of(Rush first) {
        return new Rushes(List.of()).and(first);
    }

    /** And one more way. */
    public Rushes and(Rush next) {
        var more = new ArrayList<>(all);
        more.add(Require.given(next, "rush", "tasks.unbounded()"));
        return new Rushes(more);
    }

    @Override
    public Comparison shape() {
        var bars = new ArrayList<Bar>();
        for (var rush : all) {
            bars.add(Bar.exact(rush.name() + ": served", rush.served()));
            bars.add(Bar.exact(rush.name() + ": failed", rush.failed()));
        }
        return new Comparison("Many tasks for one pool", "tasks", bars);
    }

    @Override
    public Optional<Table> table() {
        return Optional.of(
                new Table(
                        List.of("tasks at once", "served", "failed", "time"),
                        all.stream().map(Rushes::row).toList()));
    }

    private static List<String> row(Rush rush) {
        return List.of(
                rush.name(),
                "%,d".formatted(rush.served()),
                "%,d".formatted(rush.failed()),
                Text.of(rush.time()));
    }

    @Override
    public String finding() {
        return all.stream()
                .map(
                        rush ->
                                "%s: %,d served, %,d failed in %s"
                                        .formatted(
                                                rush.name(),
                                                rush.served(),
                                                rush.failed(),
                                                Text.of(rush.time())))
                .collect(Collectors.joining("; "));
    }

    @Override
    public String toString() {
        return finding();
    }
}
