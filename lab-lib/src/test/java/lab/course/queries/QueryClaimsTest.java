package lab.course.queries;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofNanos;
import static java.time.Duration.ofSeconds;
import static lab.exercise.Finding.Outcome.DOES_NOT_HOLD;
import static lab.exercise.Finding.Outcome.HOLDS;
import static lab.exercise.Finding.Outcome.HOLDS_IF;
import static lab.exercise.Finding.Outcome.INCONCLUSIVE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import lab.measure.Race;
import lab.measure.Race.Laps;
import lab.measure.Ratio;
import lab.measure.Samples;
import lab.profile.Amdahl;
import lab.profile.Hierarchy;
import lab.query.Plan;
import lab.query.Plans;
import lab.query.SeenQueries;
import lab.query.SeenQueries.Seen;
import lab.query.WaysCompared;
import lab.query.WaysCompared.Trial;
import org.junit.jupiter.api.Test;

class QueryClaimsTest {

    @Test
    void oneQueryPerRowIsJudgedByTheFarthestDatabase() {
        var finding = QueryClaims.onePerRow(ways(2, 20));

        assertThat(finding.outcome()).isEqualTo(HOLDS_IF);
        assertThat(finding.came()).containsExactly('c');
        assertThat(finding.here())
                .contains("×2 as long as the JOIN on here, ×20 on there, 1 ms away");
        assertThat(QueryClaims.onePerRow(ways(1.1, 1.4)).outcome()).isEqualTo(DOES_NOT_HOLD);
        assertThat(QueryClaims.onePerRow(ways(1.1, 1.4)).came()).containsExactly('a');
        assertThat(QueryClaims.onePerRow(ways(20, 1.4)))
                .as("the order of the databases does not matter")
                .satisfies(one -> assertThat(one.outcome()).isEqualTo(HOLDS_IF))
                .satisfies(one -> assertThat(one.came()).isEmpty());
        var unsteady = List.of(1e6, 9e6, 1e6, 9e6, 1e6, 9e6);
        assertThat(QueryClaims.onePerRow(ways(unsteady)).outcome()).isEqualTo(INCONCLUSIVE);
    }

    @Test
    void aMissingVariantIsNamedInTheMessage() {
        var one = new WaysCompared(List.of(trial("here", "N+1", 2)), List.of());

        assertThatThrownBy(() -> QueryClaims.onePerRow(one)).hasMessageContaining("\"JOIN\"");
    }

    private static WaysCompared ways(List<Double> nanos) {
        return new WaysCompared(
                List.of(
                        new Trial("here", "N+1", 1, OptionalLong.empty(), nanos),
                        trial("here", "JOIN", 1)),
                List.of());
    }

    private static WaysCompared ways(double near, double far) {
        return new WaysCompared(
                List.of(
                        trial("here", "N+1", near),
                        trial("here", "JOIN", 1),
                        trial("there, 1 ms away", "N+1", far),
                        trial("there, 1 ms away", "JOIN", 1)),
                List.of());
    }

    private static Trial trial(String database, String way, double nanos) {
        return new Trial(
                database, way, 1, OptionalLong.empty(), Collections.nCopies(6, 1e6 * nanos));
    }

    @Test
    void aScanIsJudgedByItsFactor() {
        assertThat(QueryClaims.index(race(ofMillis(90), 200)).outcome()).isEqualTo(HOLDS_IF);
        assertThat(QueryClaims.index(race(ofSeconds(3), 900)).outcome()).isEqualTo(HOLDS);
        assertThat(QueryClaims.index(race(ofMillis(1), 1.1)).outcome()).isEqualTo(DOES_NOT_HOLD);
        var unsteady = List.of(1e6, 9e6, 1e6, 9e6, 1e6, 9e6);
        assertThat(QueryClaims.index(race(unsteady, Collections.nCopies(6, 1e6))).outcome())
                .isEqualTo(INCONCLUSIVE);
    }

    private static Race race(Duration scan, double factor) {
        var nanos = (double) scan.toNanos();
        return race(Collections.nCopies(6, nanos), Collections.nCopies(6, nanos / factor));
    }

    private static Race race(List<Double> scan, List<Double> index) {
        var all = List.of(laps("index", index), laps("scan", scan));
        return new Race(all, ofSeconds(3), 0.03, List.of());
    }

    private static Laps laps(String name, List<Double> rounds) {
        var time = ofNanos(rounds.getFirst().longValue());
        return new Laps(name, rounds, time, time, new Samples().latency());
    }

    private static Ratio ratio(double factor) {
        return Ratio.of(Collections.nCopies(6, factor), Collections.nCopies(6, 1.0));
    }

    @Test
    void aPlanIsJudgedByTheRowsItReads() {
        var scan = new Plan("", "tableScan", 1_001);
        var found = new Plan("", "ORDERS_USER", 11);

        var hidden = QueryClaims.plans(Plans.of("none", scan).and("index", found).and("+ 0", scan));
        assertThat(hidden.outcome()).isEqualTo(HOLDS);
        assertThat(hidden.came()).containsExactly('b');
        assertThat(QueryClaims.plans(scan.against(found)).came()).containsExactly('a');
        assertThat(QueryClaims.plans(Plans.of("index", found)).outcome()).isEqualTo(INCONCLUSIVE);
        assertThat(QueryClaims.plans(Plans.of("none", scan).and("index", scan)).outcome())
                .isEqualTo(DOES_NOT_HOLD);
    }

    @Test
    void theLargestPartIsWorthTheWork() {
        var before = Amdahl.of("query", ofMillis(90)).and("runtime", ofNanos(100_000));
        var after = Amdahl.of("query", ofNanos(50_000)).and("runtime", ofNanos(100_000));

        assertThat(QueryClaims.largestPart(before).outcome()).isEqualTo(HOLDS);
        assertThat(QueryClaims.largestPart(before).came()).containsExactly('c');
        assertThat(QueryClaims.largestPart(after).outcome()).isEqualTo(DOES_NOT_HOLD);
        var alike = Amdahl.of("query", ofNanos(100_000)).and("runtime", ofNanos(100_000));
        assertThat(QueryClaims.largestPart(alike).outcome()).isEqualTo(INCONCLUSIVE);
    }

    @Test
    void aSlowQueryLogMissesFastAndFrequentQueries() {
        var report = new Seen("report", 1, 1, ofMillis(200), ofMillis(200));
        var look = new Seen("look", 400, 2, ofSeconds(1), ofMillis(120));

        var missed = QueryClaims.slowLog(new SeenQueries(ofMillis(100), List.of(look, report)));
        assertThat(missed.outcome()).isEqualTo(HOLDS_IF);
        assertThat(missed.came()).containsExactly('b');
        var logged = QueryClaims.slowLog(new SeenQueries(ofMillis(100), List.of(report)));
        assertThat(logged.outcome()).isEqualTo(HOLDS);
        assertThat(logged.came()).containsExactly('a');
        var fast = new Seen("look", 400, 0, ofSeconds(1), ofMillis(20));
        var empty = QueryClaims.slowLog(new SeenQueries(ofMillis(100), List.of(fast)));
        assertThat(empty.outcome()).isEqualTo(DOES_NOT_HOLD);
        assertThat(empty.came()).containsExactly('b');
        assertThat(QueryClaims.slowLog(new SeenQueries(ofSeconds(2), List.of(fast))).outcome())
                .isEqualTo(INCONCLUSIVE);
        assertThat(QueryClaims.slowLog(new SeenQueries(ofMillis(1), List.of(look))).lesson())
                .contains("a limit of 100 ms or more, and this one is 1 ms");
        assertThat(QueryClaims.slowLog(new SeenQueries(ofMillis(100), List.of())).outcome())
                .isEqualTo(INCONCLUSIVE);
    }

    @Test
    void theHierarchyIsJudgedByItsOrderAndItsLastPlace() {
        assertThat(QueryClaims.hierarchy(gains(100, 20, 1.1)).outcome()).isEqualTo(HOLDS);
        assertThat(QueryClaims.hierarchy(gains(20, 100, 1.1)).outcome()).isEqualTo(HOLDS_IF);
        assertThat(QueryClaims.hierarchy(gains(20, 1.1, 5)).outcome()).isEqualTo(DOES_NOT_HOLD);
        var wide =
                Hierarchy.of("algorithm", ratio(20))
                        .and("database", new Ratio(1.1, 0.9, 1.4, 6))
                        .and("micro", new Ratio(1.2, 1, 1.5, 6));
        assertThat(QueryClaims.hierarchy(wide).outcome()).isEqualTo(INCONCLUSIVE);
        var overlapping =
                Hierarchy.of("algorithm", new Ratio(5, 3, 9, 6))
                        .and("database", new Ratio(4, 3, 6, 6))
                        .and("micro", ratio(1));
        assertThat(QueryClaims.hierarchy(overlapping).outcome())
                .as("in order, but not for sure")
                .isEqualTo(HOLDS_IF);
    }

    private static Hierarchy gains(double algorithm, double database, double micro) {
        return Hierarchy.of("algorithm", ratio(algorithm))
                .and("database", ratio(database))
                .and("micro", ratio(micro));
    }
}
