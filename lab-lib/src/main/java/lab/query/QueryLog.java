package lab.query;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import lab.measure.Require;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;

/**
 * Counts and times every statement that goes through a data source (C118). Statements that differ
 * only in their constants count as one kind.
 */
public final class QueryLog {

    private static final int MOST_KINDS = 1_000;
    private static final Pattern CONSTANT =
            Pattern.compile("'(?:[^']|'')*'|\\b\\d+(?:\\.\\d+)?\\b");
    private static final Pattern LIST = Pattern.compile("\\?(?:\\s*,\\s*\\?)+");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private final Duration threshold;
    private final Map<String, Kind> kinds = new LinkedHashMap<>();

    private QueryLog(Duration threshold) {
        this.threshold = threshold;
    }

    /**
     * A log that calls a statement slow when it takes longer than this.
     *
     * @param threshold above 0, such as the guides' 100 ms
     */
    public static QueryLog slowerThan(Duration threshold) {
        Require.given(threshold, "threshold", "slowerThan(ofMillis(100))");
        Require.that(
                threshold.isPositive(),
                "threshold must be above 0, was %s; try ofMillis(100)",
                threshold);
        return new QueryLog(threshold);
    }

    /** The same data source, watched; statements on the original are not seen. */
    public DataSource watch(DataSource source) {
        Require.given(source, "source", "watch(db.source())");
        return ProxyDataSourceBuilder.create(source).listener(new Watch()).build();
    }

    /** What was seen until now, sorted by time, the longest first. */
    public synchronized SeenQueries seen() {
        return new SeenQueries(
                threshold,
                kinds.values().stream()
                        .map(Kind::seen)
                        .sorted((one, other) -> other.total().compareTo(one.total()))
                        .toList());
    }

    /** Forgets what was seen. */
    public synchronized void clear() {
        kinds.clear();
    }

    private synchronized void saw(String sql, long nanos) {
        var name = kindOf(sql);
        if (kinds.size() < MOST_KINDS || kinds.containsKey(name)) {
            kinds.computeIfAbsent(name, Kind::new).add(nanos, threshold.toNanos());
        }
    }

    static String kindOf(String sql) {
        var constants = CONSTANT.matcher(BLANKS.matcher(sql.strip()).replaceAll(" "));
        return LIST.matcher(constants.replaceAll("?")).replaceAll("?, …");
    }

    /** What is known about the statements of one kind. */
    private static final class Kind {

        private final String sql;
        private long count;
        private long slow;
        private long total;
        private long longest;

        Kind(String sql) {
            this.sql = sql;
        }

        void add(long nanos, long threshold) {
            count++;
            slow += nanos > threshold ? 1 : 0;
            total += nanos;
            longest = Math.max(longest, nanos);
        }

        SeenQueries.Seen seen() {
            return new SeenQueries.Seen(
                    sql, count, slow, Duration.ofNanos(total), Duration.ofNanos(longest));
        }
    }

    private final class Watch implements QueryExecutionListener {

        private static final String START = "lab.start";

        @Override
        public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {
            execution.addCustomValue(START, System.nanoTime());
        }

        @Override
        public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
            long nanos =
                    System.nanoTime() - execution.getCustomValue(START, Long.class).longValue();
            // The statements of a batch are sent together: they share the time and the round trip.
            if (!queries.isEmpty()) {
                saw(queries.getFirst().getQuery(), nanos);
            }
        }
    }
}
