package lab.query;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import lab.measure.Comparison;
import lab.measure.Comparison.Bar;
import lab.measure.Measured;
import lab.measure.Millis;
import lab.measure.Table;
import lab.measure.Text;

/**
 * The statements that went through a watched data source.
 *
 * @param threshold a statement that takes longer is slow
 * @param all by kind, the one that took the most time in all first
 */
public record SeenQueries(Duration threshold, List<Seen> all) implements Measured {

    private static final int SHOWN = 8;
    private static final int LONGEST_NAME = 60;

    /**
     * Statements of one kind.
     *
     * @param sql with a question mark for each constant
     * @param count how many
     * @param slow how many took longer than the threshold
     * @param total all of them together
     * @param longest the longest of them
     */
    public record Seen(String sql, long count, long slow, Duration total, Duration longest) {

        String name() {
            return sql.length() <= LONGEST_NAME ? sql : sql.substring(0, LONGEST_NAME - 1) + "…";
        }
    }

    public SeenQueries {
        all = List.copyOf(all);
    }

    /** How many statements there were in all. */
    public long count() {
        return all.stream().mapToLong(Seen::count).sum();
    }

    /** The kinds with at least one slow statement: all that a slow-query log would show. */
    public List<Seen> slow() {
        return all.stream().filter(seen -> seen.slow() > 0).toList();
    }

    /** The kind that took the most time in all: slow once, or fast but very frequent. */
    public Optional<Seen> culprit() {
        return all.stream().findFirst();
    }

    @Override
    public Comparison shape() {
        var bars =
                all.stream()
                        .limit(SHOWN)
                        .map(seen -> Bar.exact(seen.name(), Millis.of(seen.total())))
                        .toList();
        return new Comparison(
                "Where the time of the statements goes",
                "ms in all",
                bars.isEmpty() ? List.of(Bar.exact("no statement yet", 0)) : bars);
    }

    @Override
    public Optional<Table> table() {
        return Optional.of(
                new Table(
                        List.of("statement", "count", "slow", "in all", "longest"),
                        all.stream().limit(SHOWN).map(SeenQueries::row).toList()));
    }

    private static List<String> row(Seen seen) {
        return List.of(
                seen.sql(),
                "%,d".formatted(seen.count()),
                "%,d".formatted(seen.slow()),
                Text.of(seen.total()),
                Text.of(seen.longest()));
    }

    private String slowInWords() {
        long slow = all.stream().mapToLong(Seen::slow).sum();
        return slow == 0 ? "none" : "%,d statement%s".formatted(slow, slow == 1 ? "" : "s");
    }

    @Override
    public String finding() {
        return culprit()
                .map(
                        first ->
                                ("%,d statements of %d kinds; most time goes to %,d × \"%s\": %s;"
                                                + " %s took longer than %s")
                                        .formatted(
                                                count(),
                                                all.size(),
                                                first.count(),
                                                first.name(),
                                                Text.of(first.total()),
                                                slowInWords(),
                                                Text.of(threshold)))
                .orElse("no statement went through the watched data source yet");
    }

    @Override
    public String toString() {
        return finding();
    }
}
