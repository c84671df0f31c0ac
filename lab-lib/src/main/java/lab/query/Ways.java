package lab.query;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import lab.database.Database;
import lab.measure.Require;

/** Several ways to ask for the same, to be compared near and far. */
public final class Ways {

    private final SequencedMap<String, Asking> ways;

    private Ways(SequencedMap<String, Asking> ways) {
        this.ways = ways;
    }

    /** The first way. */
    public static Ways of(String name, Asking asking) {
        return new Ways(new LinkedHashMap<>()).or(name, asking);
    }

    /** One more way to ask for the same. */
    public Ways or(String name, Asking asking) {
        Require.given(asking, "asking", "source -> …");
        Require.that(
                !ways.containsKey(name), "way must have a name of its own, \"%s\" has one", name);
        var more = new LinkedHashMap<>(ways);
        more.put(name, asking);
        return new Ways(more);
    }

    /**
     * Asks each of these databases in all ways, by turns, and counts statements and round trips.
     *
     * @throws IllegalStateException where two ways find different things
     */
    public WaysCompared on(Database... databases) throws Exception {
        Require.allGiven(databases, "database", "on(db.behind(ofMillis(1)))");
        Require.that(
                databases.length > 0,
                "databases must not be empty; try on(db.behind(ofMillis(1)))");
        var trials = new Trials(ways);
        for (var database : databases) {
            trials.on(database);
        }
        return new WaysCompared(List.copyOf(trials.all()));
    }
}
