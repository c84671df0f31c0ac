package lab.course.connectionpools;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static lab.exercise.Finding.Outcome.DOES_NOT_HOLD;
import static lab.exercise.Finding.Outcome.HOLDS;
import static lab.exercise.Finding.Outcome.HOLDS_IF;
import static lab.exercise.Finding.Outcome.INCONCLUSIVE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import lab.bench.BenchResult;
import lab.bench.Ran;
import lab.bench.Score;
import lab.database.Database;
import lab.exercise.Finding;
import lab.http.KeepAlive;
import lab.load.LoadResult;
import lab.load.Model;
import lab.measure.Ratio;
import lab.measure.Samples;
import lab.pool.Borrowing;
import lab.pool.ConnectionCost;
import lab.pool.Distances;
import lab.pool.FirstBorrow;
import lab.pool.Gauge;
import lab.pool.Rush;
import lab.pool.Rushes;
import lab.pool.Sizing;
import org.junit.jupiter.api.Test;

class ConnectionPoolsTest {

    private static final Gauge NO_GAUGE = new Gauge("made up", 4, List.of());
    private static final Ran RAN = new Ran(6, 47, 0.03, Ran.Ending.DECIDED, ofSeconds(12));

    @Test
    void theCostOfANewConnectionDependsOnTheRoundTrip() {
        var far = distance(10, 95, 21);

        var finding = PoolClaims.newConnection(distances(distance(0, 2, 0.5), far));
        assertThat(finding.outcome()).isEqualTo(HOLDS_IF);
        assertThat(finding.came()).containsExactly('c');
        assertThat(PoolClaims.newConnection(distances(distance(10, 22, 21))).outcome())
                .isEqualTo(DOES_NOT_HOLD);
        var wide =
                new Distances.Distance(
                        millis(10), millis(60), millis(21), millis(0.01), new Ratio(3, 1, 9, 6));
        assertThat(PoolClaims.newConnection(distances(wide)).outcome()).isEqualTo(INCONCLUSIVE);
    }

    @Test
    void withoutADistanceNothingIsSaidAboutRoundTrips() {
        var finding = PoolClaims.newConnection(distances(distance(0, 2, 0.5)));

        assertThat(finding.outcome()).isEqualTo(HOLDS_IF);
        assertThat(finding.lesson()).startsWith("without a network");
        assertThat(finding.came()).isEmpty();
    }

    @Test
    void aSlowBorrowContradictsTheClaim() {
        var slow =
                new Distances.Distance(millis(10), millis(95), millis(21), millis(3), ratio(4.5));

        var finding = PoolClaims.newConnection(distances(slow));

        assertThat(finding.outcome()).isEqualTo(DOES_NOT_HOLD);
        assertThat(finding.here()).contains("the borrow alone takes at most 3 ms");
    }

    private static Distances distances(Distances.Distance... all) {
        return new Distances(List.of(all), List.of());
    }

    private static Distances.Distance distance(double roundTrip, double unpooled, double pooled) {
        return new Distances.Distance(
                millis(roundTrip),
                millis(unpooled),
                millis(pooled),
                millis(0.01),
                ratio(unpooled / pooled));
    }

    private static Duration millis(double millis) {
        return Duration.ofNanos((long) (millis * 1e6));
    }

    private static Ratio ratio(double factor) {
        return Ratio.of(Collections.nCopies(4, factor), Collections.nCopies(4, 1.0));
    }

    @Test
    void manyTasksAreServedAFewAtATime() {
        var flooded = new Rush(100, 100, 40, 60, ofSeconds(2), Optional.of("timed out"));
        var limited = new Rush(10, 100, 100, 0, ofSeconds(5), Optional.empty());
        var one = new Rush(1, 100, 100, 0, ofSeconds(40), Optional.empty());
        var idle = new Rush(100, 100, 100, 0, ofSeconds(1), Optional.empty());

        var finding = PoolClaims.fewAtATime(Rushes.of(flooded).and(limited));
        assertThat(finding.outcome()).isEqualTo(HOLDS);
        assertThat(finding.came()).containsExactly('b');
        assertThat(PoolClaims.fewAtATime(Rushes.of(flooded).and(one)))
                .satisfies(narrow -> assertThat(narrow.outcome()).isEqualTo(HOLDS_IF))
                .satisfies(
                        narrow ->
                                assertThat(narrow.lesson())
                                        .endsWith("(2.50 served a second, 20 without it)"));
        var all = PoolClaims.fewAtATime(Rushes.of(idle).and(limited));
        assertThat(all.outcome()).isEqualTo(DOES_NOT_HOLD);
        assertThat(all.came()).containsExactly('a');
        var useless = new Rush(10, 100, 40, 60, ofSeconds(2), Optional.of("timed out"));
        assertThat(PoolClaims.fewAtATime(Rushes.of(flooded).and(useless)).outcome())
                .isEqualTo(DOES_NOT_HOLD);
        var leaky = new Rush(10, 100, 98, 2, ofSeconds(2), Optional.of("timed out"));
        assertThat(PoolClaims.fewAtATime(Rushes.of(flooded).and(leaky)).outcome())
                .isEqualTo(INCONCLUSIVE);
    }

    @Test
    void warmingThePoolIsJudgedByTheSpeedup() {
        assertThat(
                        PoolClaims.warm(
                                new FirstBorrow(
                                        8, ofMillis(600), ofMillis(20), ratio(30), List.of())))
                .extracting(finding -> finding.outcome())
                .isEqualTo(HOLDS_IF);
        assertThat(
                        PoolClaims.warm(
                                new FirstBorrow(
                                        8, ofMillis(6), ofMillis(5), ratio(1.2), List.of())))
                .extracting(finding -> finding.outcome())
                .isEqualTo(DOES_NOT_HOLD);
        var wide = new Ratio(3, 1, 9, 6);
        assertThat(PoolClaims.warm(new FirstBorrow(8, ofMillis(6), ofMillis(5), wide, List.of())))
                .extracting(finding -> finding.outcome())
                .isEqualTo(INCONCLUSIVE);
    }

    @Test
    void preparedStatementsAreJudgedByTheRatioOfTheForks() {
        assertThat(prepared(score("prepared", 600, 30), score("written", 1_700, 90)))
                .isEqualTo(HOLDS_IF);
        assertThat(prepared(score("prepared", 600, 500), score("written", 700, 600)))
                .isEqualTo(INCONCLUSIVE);
        assertThat(prepared(score("prepared", 1_700, 90), score("written", 600, 30)))
                .isEqualTo(DOES_NOT_HOLD);
    }

    private static Finding.Outcome prepared(Score... scores) {
        var result = new BenchResult(List.of(scores), List.of(), List.of(), List.of(), RAN);
        return PoolClaims.prepared(result).outcome();
    }

    @Test
    void theSmallestSufficientPoolIsComparedWithTheLargest() {
        var enough = PoolClaims.fewAreEnough(sizing(step(1, 33), step(6, 200), step(32, 200)));
        assertThat(enough.outcome()).isEqualTo(HOLDS_IF);
        assertThat(enough.came()).containsExactly('b');
        assertThat(PoolClaims.fewAreEnough(sizing(step(6, 200), step(32, 150))).outcome())
                .isEqualTo(HOLDS);
        var largest = PoolClaims.fewAreEnough(sizing(step(6, 100), step(32, 200)));
        assertThat(largest.outcome()).isEqualTo(DOES_NOT_HOLD);
        assertThat(largest.came()).containsExactly('c');
        assertThat(PoolClaims.fewAreEnough(sizing(step(6, 50), step(32, 100))).outcome())
                .isEqualTo(INCONCLUSIVE);
        var many = sizing(step(6, 50), step(20, 90), step(48, 200), step(64, 200));
        assertThat(PoolClaims.fewAreEnough(many).outcome()).isEqualTo(DOES_NOT_HOLD);
        assertThat(PoolClaims.fewAreEnough(many).here()).startsWith("48 connections serve");
        var small = PoolClaims.fewAreEnough(sizing(step(1, 33), step(2, 66), step(4, 130)));
        assertThat(small.lesson()).contains("still too small");
        var crowd = new Model.Closed(30);
        var closed =
                sizing(
                        borrowing(crowd, 8, 260, 0, NO_GAUGE),
                        borrowing(crowd, 30, 967, 0, NO_GAUGE),
                        borrowing(crowd, 48, 967, 0, NO_GAUGE));
        assertThat(PoolClaims.fewAreEnough(closed).lesson()).contains("needs more than 20");
    }

    private static Sizing sizing(Borrowing... steps) {
        return new Sizing(List.of(steps));
    }

    /** The result of a pool of this size at 200 arrivals per second. */
    private static Borrowing step(int size, int perSecond) {
        var gauge = new Gauge("made up", size, List.of());
        return borrowing(new Model.Open(200), size, perSecond, 0, gauge);
    }

    private static Borrowing borrowing(Model model, int size, int served, int failed, Gauge gauge) {
        return borrowing(model, size, served, failed, gauge, Optional.empty());
    }

    private static Borrowing borrowing(
            Model model, int size, int served, int failed, Gauge gauge, Optional<String> error) {
        var samples = new Samples();
        Collections.nCopies(served, ofMillis(30)).forEach(samples::record);
        var latency = samples.latency();
        var errors = new TreeMap<>(Map.of("timeout", (long) failed));
        var load =
                new LoadResult(
                        "made up", model, ofSeconds(1), latency, latency, latency, errors, error);
        return new Borrowing(size, load, latency, gauge, List.of());
    }

    @Test
    void onlyTheTimeoutOfThePoolCountsAsAMissingConnection() {
        var error = "conn1 - Connection is not available, request timed out after 251ms (total=4)";

        assertThat(PoolClaims.failsSoon(failed(60, Optional.of(error))).outcome()).isEqualTo(HOLDS);
        assertThat(PoolClaims.failsSoon(failed(0, Optional.empty())).outcome())
                .isEqualTo(INCONCLUSIVE);
        assertThat(PoolClaims.failsSoon(failed(60, Optional.of("no such table"))).lesson())
                .contains("the pool is not the reason");
    }

    private static Borrowing failed(int failed, Optional<String> error) {
        return borrowing(new Model.Closed(24), 4, 20, failed, NO_GAUGE, error);
    }

    @Test
    void keepAliveIsJudgedByTheSlowestRequests() {
        assertThat(keepAlive(11, 12, 33, 35).outcome()).isEqualTo(HOLDS_IF);
        assertThat(keepAlive(11, 12, 33, 35).came()).containsExactly('c');
        assertThat(keepAlive(11, 12, 12, 13).outcome()).isEqualTo(DOES_NOT_HOLD);
        assertThat(keepAlive(11, 12, 12, 13).came()).containsExactly('a');
        assertThat(keepAlive(11, 90, 33, 35).outcome()).isEqualTo(INCONCLUSIVE);
    }

    /** One of twenty requests is slow, with the connection kept and with a new one. */
    private static Finding keepAlive(double kept, double slowKept, double fresh, double slowFresh) {
        var lanes =
                List.of(
                        lane(false, true, kept, slowKept),
                        lane(false, false, fresh, slowFresh),
                        lane(true, true, kept, slowKept),
                        lane(true, false, fresh, slowFresh));
        var ratio = ratio(fresh / kept);
        return PoolClaims.keepAlive(new KeepAlive(lanes, ratio, ratio, List.of()));
    }

    private static KeepAlive.Lane lane(boolean tls, boolean kept, double millis, double slow) {
        var samples = new Samples();
        Collections.nCopies(19, millis(millis)).forEach(samples::record);
        samples.record(millis(slow));
        return new KeepAlive.Lane(tls, kept, samples.latency(), 20, 1, kept ? 20 : 60);
    }

    @Test
    void connectingIsComparedWithOneStatement() {
        assertThat(PoolClaims.parts(cost(6, 1)).outcome()).isEqualTo(HOLDS_IF);
        assertThat(PoolClaims.parts(cost(1, 1)).outcome()).isEqualTo(DOES_NOT_HOLD);
    }

    private static ConnectionCost cost(long connecting, long statement) {
        return new ConnectionCost(
                "made up",
                List.of(
                        new ConnectionCost.Step(
                                "opening it, until logged in", connecting, ofMillis(50)),
                        new ConnectionCost.Step("another statement", statement, ofMillis(10))));
    }

    /** The mean and its interval are useless here: a few calls were delayed by other load. */
    private static Score score(String name, double value, double error) {
        return new Score(
                name, name, Map.of(), "avgt", value, error, "ns/op", 10, Map.of(), List.of());
    }

    @Test
    void aLeakIsSeenWhenNoConnectionIsLeft() throws Exception {
        try (var database = Database.apart()) {
            var pool = database.pool(1);

            assertThat(PoolClaims.leak(pool).outcome()).isEqualTo(DOES_NOT_HOLD);
            try (var taken = pool.getConnection()) {
                assertThat(taken.isValid(1)).isTrue();
                assertThat(PoolClaims.leak(pool).outcome()).isEqualTo(HOLDS);
                assertThat(PoolClaims.leak(pool).lesson()).contains("is off");
            }
        }
    }
}
