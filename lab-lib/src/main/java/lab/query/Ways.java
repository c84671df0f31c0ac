package lab.query;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import lab.database.Database;
import lab.measure.Require;
import lab.measure.Steps;

/** Several ways to ask for the same, to be compared near and far. */
public final class Ways {

    private final SequencedMap<String, Asking> ways;

    private Ways(SequencedMap<String, Asking> ways) {
        this.ways = ways;
    }

    /** The first way. */
    public static Ways of(String name, Asking asking) {
        return new Ways(new LinkedHashMap<>()).and(name, asking);
    }

    /** One more way to ask for the same. */
    public Ways and(String name, Asking asking) {
        Require.given(asking, "asking", "connection -> …");
        Require.that(
                !ways.containsKey(name), "each way must have its own name, \"%s\" is taken", name);
        var more = new LinkedHashMap<>(ways);
        more.put(name, asking);
        return new Ways(more);
    }

    /**
     * Asks each of these databases in all ways, alternating, and counts statements and round trips.
     *
     * @throws IllegalStateException where two ways return different results
     */
    public WaysCompared on(Database... databases) throws Exception {
        Require.allGiven(databases, "database", "on(db.behind(ofMillis(1)))");
        Require.that(
                databases.length > 0,
                "databases must not be empty; try on(db.behind(ofMillis(1)))");
        Require.that(
                ways.size() >= 2,
                "ways must be two or more, there is only %s; add one: and(\"JOIN\", …)",
                ways.keySet());
        var trials = new Trials(ways);
        try (var steps = Steps.of(databases.length, Trials.BUDGET)) {
            for (var database : databases) {
                steps.next(database.toString());
                trials.on(database);
            }
        }
        return trials.compared();
    }
}
