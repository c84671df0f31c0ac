package lab.course.queries;

import static lab.exercise.Finding.doesNotHold;
import static lab.exercise.Finding.holds;
import static lab.exercise.Finding.holdsIf;
import static lab.exercise.Finding.inconclusive;
import static lab.exercise.Prediction.choice;

import java.time.Duration;
import java.util.Collections;
import java.util.Comparator;
import lab.exercise.Finding;
import lab.measure.Race;
import lab.measure.Ratio;
import lab.measure.Text;
import lab.profile.Amdahl;
import lab.profile.Hierarchy;
import lab.query.Plan;
import lab.query.Plans;
import lab.query.SeenQueries;
import lab.query.WaysCompared;

/** What queries say about the guides' claims. */
final class QueryClaims {

    private static final String TOO_WIDE = "the interval is too wide to decide; run the cell again";
    private static final double INDEX_OF_S0 = 50;
    private static final Duration LIMIT_OF_S0 = Duration.ofMillis(100);

    /** The distance that prediction 06.1 is about, as a database shows it. */
    private static final String OF_THE_QUESTION = " 1 ms away";

    private static final double RUNTIME_OF_S0 = 3;

    private QueryClaims() {}

    static Finding onePerRow(WaysCompared ways) {
        var byDistance = Comparator.comparing((String one) -> ways.trial(one, "N+1").median());
        String near = Collections.min(ways.databases(), byDistance);
        String far = Collections.max(ways.databases(), byDistance);
        var gain = ways.ratio(far, "N+1", "JOIN");
        String here =
                "N+1 takes %s as long as the JOIN on %s, %s on %s"
                        .formatted(
                                Text.times(ways.ratio(near, "N+1", "JOIN").value()),
                                near,
                                Text.times(gain.value()),
                                far);
        var judged =
                twice(
                        gain,
                        holdsIf(here, "if the database is a network away: round trips cost time"),
                        doesNotHold(here, "at this distance a statement costs almost nothing"),
                        inconclusive(here, TOO_WIDE));
        return far.endsWith(OF_THE_QUESTION)
                ? judged.bearingOut(choice("06.1", gain.low(), gain.high()))
                : judged;
    }

    /** By whether the interval lies above 2, below 2, or includes it. */
    private static Finding twice(Ratio ratio, Finding above, Finding below, Finding open) {
        return ratio.low() > 2 ? above : ratio.high() < 2 ? below : open;
    }

    static Finding index(Race scanAndIndex) {
        var scan = scanAndIndex.laps("scan").median();
        var ratio = scanAndIndex.ratio("scan", "index");
        String here =
                "the scan takes %s, the index %s: %s"
                        .formatted(
                                Text.of(scan),
                                Text.of(scanAndIndex.laps("index").median()),
                                Text.times(ratio.value()));
        return twice(
                ratio,
                scan.compareTo(Duration.ofSeconds(1)) >= 0
                        ? holds(here, "")
                        : holdsIf(
                                here, "for the factor; from a disk or more rows it takes seconds"),
                doesNotHold(here, "the index saves less than half of the time"),
                inconclusive(here, TOO_WIDE));
    }

    static Finding plans(Plans plans) {
        var rows = plans.all().values().stream().mapToLong(Plan::rowsRead).summaryStatistics();
        var last = plans.all().lastEntry().getValue();
        char came =
                last.rowsRead() > rows.getMax() / 2
                        ? 'b'
                        : last.rowsRead() <= 2 * rows.getMin() ? 'a' : 'c';
        if (plans.all().values().stream().noneMatch(Plan::scansTable) || plans.all().size() < 2) {
            return inconclusive(plans.finding(), "ask for a plan without the index as well");
        }
        return (rows.getMax() > 10 * rows.getMin()
                        ? holds(plans.finding(), "count rows: they do not depend on the machine")
                        : doesNotHold(plans.finding(), "no plan reads far fewer rows than another"))
                .bearingOut(came);
    }

    static Finding largestPart(Amdahl request) {
        var ofQuery = request.saved("query", INDEX_OF_S0);
        var ofRuntime = request.saved("runtime", RUNTIME_OF_S0);
        String here =
                "of %s, a query %s as fast (as S0 says) saves %s, a runtime %s as fast saves %s"
                        .formatted(
                                Text.of(request.total()),
                                Text.times(INDEX_OF_S0),
                                Text.of(ofQuery),
                                Text.times(RUNTIME_OF_S0),
                                Text.of(ofRuntime));
        return judged(here, ofQuery, ofRuntime)
                .bearingOut(choice("06.3", request.gain("runtime", RUNTIME_OF_S0)));
    }

    private static Finding judged(String here, Duration ofQuery, Duration ofRuntime) {
        if (ofQuery.compareTo(ofRuntime.multipliedBy(2)) > 0) {
            return holds(
                    here, "while the query can still become so much faster; then calculate again");
        }
        return ofQuery.compareTo(ofRuntime) < 0
                ? doesNotHold(here, "here the runtime is the larger part")
                : inconclusive(here, "both parts are about as large");
    }

    static Finding slowLog(SeenQueries seen) {
        if (seen.threshold().compareTo(LIMIT_OF_S0) < 0) {
            return inconclusive(
                    seen.finding(),
                    "the claim is about a limit of 100 ms or more, and this one is %s"
                            .formatted(Text.of(seen.threshold())));
        }
        if (seen.slow().isEmpty()) {
            return nothingSlow(seen);
        }
        var first = seen.culprit().orElseThrow();
        boolean logged = first.slow() > first.count() / 2;
        return (logged
                        ? holds(seen.finding(), "")
                        : holdsIf(
                                seen.finding(),
                                "it finds what is slow; add up what is fast and frequent as well"))
                .bearingOut(logged ? 'a' : 'b');
    }

    /** An empty log is an answer where fast statements take more time than a slow one would. */
    private static Finding nothingSlow(SeenQueries seen) {
        return seen.culprit()
                .filter(first -> first.total().compareTo(seen.threshold()) > 0)
                .map(
                        first ->
                                doesNotHold(
                                                seen.finding(),
                                                "the log stays empty; add up what is fast and"
                                                        + " frequent")
                                        .bearingOut('b'))
                .orElseGet(
                        () -> inconclusive(seen.finding(), "nothing took long; lower the limit"));
    }

    static Finding hierarchy(Hierarchy gains) {
        if (gains.isOrdered()) {
            return holds(gains.finding(), "in this order, here");
        }
        String order = String.join(", ", gains.byGain());
        var last = gains.levels().getLast();
        if (gains.isLeast(last)) {
            return holdsIf(gains.finding(), "for its last place; here the order is " + order);
        }
        return gains.levels().stream().anyMatch(one -> one.gain().high() < last.gain().low())
                ? doesNotHold(gains.finding(), "here the order is " + order)
                : inconclusive(gains.finding(), "the intervals overlap; run the cell again");
    }
}
