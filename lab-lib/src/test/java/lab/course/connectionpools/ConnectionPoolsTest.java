package lab.course.connectionpools;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static lab.exercise.Finding.Outcome.DOES_NOT_HOLD;
import static lab.exercise.Finding.Outcome.HOLDS;
import static lab.exercise.Finding.Outcome.HOLDS_IF;
import static lab.exercise.Finding.Outcome.INCONCLUSIVE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import lab.bench.BenchResult;
import lab.bench.Score;
import lab.database.Database;
import lab.exercise.Finding;
import lab.exercise.Todo;
import lab.exercise.Verdict;
import lab.measure.Ratio;
import lab.pool.Booking;
import lab.pool.Distances;
import lab.pool.FirstBorrow;
import lab.pool.Rush;
import lab.pool.Rushes;
import lab.pool.Use;
import org.junit.jupiter.api.Test;

class ConnectionPoolsTest {

    @Test
    void aNewConnectionIsAMatterOfDistance() {
        var far = distance(10, 95, 21);

        var finding = PoolClaims.newConnection(new Distances(List.of(distance(0, 2, 0.5), far)));
        assertThat(finding.outcome()).isEqualTo(HOLDS_IF);
        assertThat(finding.came()).containsExactly('c');
        assertThat(PoolClaims.newConnection(new Distances(List.of(distance(10, 22, 21)))).outcome())
                .isEqualTo(INCONCLUSIVE);
    }

    private static Distances.Distance distance(double roundTrip, double unpooled, double pooled) {
        return new Distances.Distance(
                millis(roundTrip), millis(unpooled), millis(pooled), ratio(unpooled / pooled));
    }

    private static Duration millis(double millis) {
        return Duration.ofNanos((long) (millis * 1e6));
    }

    private static Ratio ratio(double factor) {
        return Ratio.of(List.of(factor), List.of(1.0));
    }

    @Test
    void aCrowdIsServedAFewAtATime() {
        var besieged = new Rush(100, 100, 40, 60, ofSeconds(2), Optional.of("timed out"));
        var limited = new Rush(10, 100, 100, 0, ofSeconds(5), Optional.empty());
        var idle = new Rush(100, 100, 100, 0, ofSeconds(1), Optional.empty());

        var finding = PoolClaims.fewAtATime(Rushes.of(besieged, limited));
        assertThat(finding.outcome()).isEqualTo(HOLDS);
        assertThat(finding.came()).containsExactly('b');
        assertThat(PoolClaims.fewAtATime(Rushes.of(idle, limited)).outcome())
                .isEqualTo(INCONCLUSIVE);
    }

    @Test
    void aWarmPoolMustBeClearlyFaster() {
        assertThat(PoolClaims.warm(new FirstBorrow(8, ofMillis(600), ofMillis(20), ratio(30))))
                .extracting(finding -> finding.outcome())
                .isEqualTo(HOLDS_IF);
        assertThat(PoolClaims.warm(new FirstBorrow(8, ofMillis(6), ofMillis(5), ratio(1.2))))
                .extracting(finding -> finding.outcome())
                .isEqualTo(INCONCLUSIVE);
    }

    @Test
    void sampledStatementsAreJudgedByWhatMostOfThemTake() {
        assertThat(prepared(sampled("prepared", 270, 330), sampled("written", 1_700, 4_500)))
                .isEqualTo(HOLDS);
        assertThat(prepared(sampled("prepared", 270, 2_000), sampled("written", 1_700, 4_500)))
                .isEqualTo(INCONCLUSIVE);
        assertThat(prepared(sampled("prepared", 1_700, 4_500), sampled("written", 270, 330)))
                .isEqualTo(DOES_NOT_HOLD);
    }

    private static Finding.Outcome prepared(Score... scores) {
        var result =
                new BenchResult(List.of(scores), List.of(), List.of(), List.of(), ofSeconds(1));
        return PoolClaims.prepared(result).outcome();
    }

    /** The mean and its interval say nothing: something else held a few of these calls back. */
    private static Score sampled(String name, double p50, double p90) {
        var percentiles = Map.of(50.0, p50, 90.0, p90);
        return new Score(
                name,
                name,
                Map.of(),
                "sample",
                9_000,
                9_000,
                "ns/op",
                70_000,
                percentiles,
                List.of());
    }

    @Test
    void aLeakIsSeenWhenNothingIsLeft() throws Exception {
        try (var database = Database.apart()) {
            var pool = database.pool(1);

            assertThat(PoolClaims.leak(pool).outcome()).isEqualTo(DOES_NOT_HOLD);
            try (var taken = pool.getConnection()) {
                assertThat(taken.isValid(1)).isTrue();
                assertThat(PoolClaims.leak(pool).outcome()).isEqualTo(HOLDS);
            }
        }
    }

    @Test
    void aPoolForTheLoadIsNeitherStarvedNorIdle() throws Exception {
        assertThat(SizeThePool.check(9)).isInstanceOf(Verdict.Passed.class);
        assertThat(SizeThePool.check(7)).isInstanceOf(Verdict.Passed.class);
        assertThat(seen(SizeThePool.check(6))).contains("serve at most 100 a second", "waited");
        assertThat(seen(SizeThePool.check(100))).contains("would never be used");
        assertThat(seen(SizeThePool.check(0))).contains("serves nobody");
    }

    @Test
    void aBookingIsAllOrNothingAndGivesItsConnectionBack() throws Exception {
        assertThat(GiveItBack.check(ConnectionPoolsTest::book)).isInstanceOf(Verdict.Passed.class);
        assertThat(
                        seen(
                                GiveItBack.check(
                                        (pool, work) -> {
                                            var connection = pool.getConnection();
                                            work.with(connection);
                                            connection.close();
                                        })))
                .contains("2 of 2 connections never came back");
        assertThat(
                        seen(
                                GiveItBack.check(
                                        (pool, work) -> {
                                            try (var connection = pool.getConnection()) {
                                                work.with(connection);
                                            }
                                        })))
                .contains("Half of a booking that failed was kept");
        assertThat(seen(GiveItBack.check((pool, work) -> {}))).contains("Only 0 of 4");
        assertThat(seen(GiveItBack.check(hushed(true)))).contains("nobody was told");
        assertThat(GiveItBack.check(hushed(false))).isInstanceOf(Verdict.Passed.class);
        Booking untouched =
                (pool, work) -> {
                    throw new Todo();
                };
        assertThatThrownBy(() -> GiveItBack.check(untouched)).isInstanceOf(Todo.class);
    }

    /** What the work throws is swallowed, or wrapped. */
    private static Booking hushed(boolean swallowed) {
        return (pool, work) -> {
            try {
                book(pool, work);
            } catch (Exception e) {
                if (!swallowed) {
                    throw new IllegalStateException(e);
                }
            }
        };
    }

    private static void book(DataSource pool, Use work) throws Exception {
        try (var connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            try {
                work.with(connection);
                connection.commit();
            } catch (Exception e) {
                connection.rollback();
                throw e;
            }
        }
    }

    private static String seen(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Wrong.class);
        return verdict.text();
    }
}
