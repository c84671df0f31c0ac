package lab.course.queries;

import static lab.exercise.Finding.holds;
import static lab.exercise.Finding.holdsIf;
import static lab.exercise.Finding.inconclusive;

import java.time.Duration;
import lab.exercise.Finding;
import lab.measure.Race;
import lab.measure.Text;
import lab.profile.Amdahl;
import lab.profile.Hierarchy;
import lab.query.Plan;
import lab.query.Plans;
import lab.query.SeenQueries;
import lab.query.WaysCompared;

/** What queries say of the guides' claims. */
final class QueryClaims {

    private static final String AGAIN = "was the machine busy? run the cell again";
    private static final double INDEX_OF_S0 = 50;
    private static final double RUNTIME_OF_S0 = 3;

    private QueryClaims() {}

    static Finding onePerRow(WaysCompared ways) {
        String many = ways.ways().getFirst();
        String one = ways.ways().get(1);
        String near = ways.databases().getFirst();
        String far = ways.databases().getLast();
        var gain = ways.ratio(far, many, one);
        String here =
                "%s takes %s as long as %s on %s, %s on %s"
                        .formatted(
                                many,
                                Text.times(ways.ratio(near, many, one).value()),
                                one,
                                near,
                                Text.times(gain.value()),
                                far);
        char came = gain.value() < 2 ? 'a' : gain.value() < 5 ? 'b' : 'c';
        return (gain.low() > 2
                        ? holdsIf(
                                here,
                                "if the database is a network away; it is paid in round trips")
                        : inconclusive(here, AGAIN))
                .bearingOut(came);
    }

    static Finding index(Race scanAndIndex) {
        var scan = scanAndIndex.first().median();
        String here =
                "the scan takes %s, the index %s: %s"
                        .formatted(
                                Text.of(scan),
                                Text.of(scanAndIndex.second().median()),
                                Text.times(scanAndIndex.ratio().value()));
        if (scanAndIndex.ratio().low() < 2) {
            return inconclusive(here, AGAIN);
        }
        return scan.compareTo(Duration.ofSeconds(1)) >= 0
                ? holds(here, "")
                : holdsIf(
                        here, "the factor does; a scan takes seconds from a disk, or of more rows");
    }

    static Finding plans(Plans plans) {
        var rows = plans.all().values().stream().mapToLong(Plan::rowsRead).summaryStatistics();
        var last = plans.all().lastEntry().getValue();
        char came =
                last.rowsRead() > rows.getMax() / 2
                        ? 'b'
                        : last.rowsRead() <= 2 * rows.getMin() ? 'a' : 'c';
        boolean tells =
                plans.all().values().stream().anyMatch(Plan::scansTable)
                        && rows.getMax() > 10 * rows.getMin();
        return (tells
                        ? holds(plans.finding(), "count rows: they do not depend on the machine")
                        : inconclusive(plans.finding(), "ask for a plan without the index as well"))
                .bearingOut(came);
    }

    static Finding largestPart(Amdahl request) {
        var ofQuery = request.saved("query", INDEX_OF_S0);
        var ofRuntime = request.saved("runtime", RUNTIME_OF_S0);
        String here =
                "of %s, a query %s as fast saves %s, a runtime %s as fast saves %s"
                        .formatted(
                                Text.of(request.total()),
                                Text.times(INDEX_OF_S0),
                                Text.of(ofQuery),
                                Text.times(RUNTIME_OF_S0),
                                Text.of(ofRuntime));
        double gain = request.gain("runtime", RUNTIME_OF_S0);
        char came = gain > 2 ? 'a' : gain > 1.2 ? 'b' : 'c';
        return (ofQuery.compareTo(ofRuntime.multipliedBy(2)) > 0
                        ? holds(here, "until the index is there; then reckon anew")
                        : inconclusive(here, "take the request as it was before the index"))
                .bearingOut(came);
    }

    static Finding slowLog(SeenQueries seen) {
        if (seen.slow().isEmpty()) {
            return inconclusive(seen.finding(), "no statement was slow; lower the threshold");
        }
        var first = seen.culprit().orElseThrow();
        boolean logged = first.slow() > first.count() / 2;
        return (logged
                        ? holds(seen.finding(), "")
                        : holdsIf(
                                seen.finding(),
                                "it finds what is slow; add up what is quick and frequent, too"))
                .bearingOut(logged ? 'a' : 'b');
    }

    static Finding hierarchy(Hierarchy gains) {
        if (gains.isOrdered()) {
            return holds(gains.finding(), "in this order, here");
        }
        boolean lastIsLeast = gains.byGain().getLast().equals(gains.levels().getLast().kind());
        return lastIsLeast
                ? holdsIf(
                        gains.finding(),
                        "its last place does; here the order is "
                                + String.join(", ", gains.byGain()))
                : inconclusive(gains.finding(), AGAIN);
    }
}
