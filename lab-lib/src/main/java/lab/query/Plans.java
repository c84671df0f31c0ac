package lab.query;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import lab.measure.Comparison;
import lab.measure.Comparison.Bar;
import lab.measure.Measured;
import lab.measure.Require;

/**
 * How many rows a database reads to answer the same query in several ways (C114).
 *
 * @param all by name, in the order in which they were made
 */
public record Plans(SequencedMap<String, Plan> all) implements Measured {

    public Plans {
        all = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(all));
    }

    /** The first plan. */
    public static Plans of(String name, Plan plan) {
        return new Plans(new LinkedHashMap<>()).and(name, plan);
    }

    /** And one more. */
    public Plans and(String name, Plan plan) {
        Require.given(plan, "plan", "Plan.of(connection, \"select …\")");
        var more = new LinkedHashMap<>(all);
        more.put(name, plan);
        return new Plans(more);
    }

    @Override
    public Comparison shape() {
        return new Comparison(
                "Rows read for the same answer",
                "rows",
                all.sequencedEntrySet().stream()
                        .map(plan -> Bar.exact(plan.getKey(), plan.getValue().rowsRead()))
                        .toList());
    }

    @Override
    public String finding() {
        return all.sequencedEntrySet().stream()
                .map(plan -> plan.getKey() + ": " + plan.getValue().finding())
                .collect(Collectors.joining("; "));
    }

    @Override
    public String toString() {
        return finding();
    }
}
