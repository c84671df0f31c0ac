package lab.course.eventloopstalls;

import static java.time.Duration.ofMillis;
import static lab.course.eventloopstalls.MadeUp.EVERY;
import static lab.course.eventloopstalls.MadeUp.lag;
import static lab.course.eventloopstalls.MadeUp.latency;
import static lab.course.eventloopstalls.MadeUp.stall;
import static lab.course.eventloopstalls.MadeUp.times;
import static lab.exercise.Finding.Outcome.DOES_NOT_HOLD;
import static lab.exercise.Finding.Outcome.HOLDS;
import static lab.exercise.Finding.Outcome.HOLDS_IF;
import static lab.exercise.Finding.Outcome.INCONCLUSIVE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import lab.eventloop.Lag;
import lab.eventloop.Onlookers;
import lab.eventloop.Stall;
import lab.measure.Latency;
import lab.measure.Timeline.Sample;
import org.junit.jupiter.api.Test;

/** Verdicts on lag from made-up results. */
class LagClaimsTest {

    private static final Latency SECOND = latency(0, ofMillis(1_000));

    @Test
    void constantlyHighLagIsNotASingleOutage() {
        var once =
                stall("/block", latency(900, times(100, ofMillis(900))), lag(900, 1_000), SECOND);
        var always =
                stall(
                        "/block",
                        latency(10),
                        Lag.of(EVERY, List.of(new Sample(EVERY, 900))),
                        SECOND);

        assertThat(LagClaims.alertOnP95(once).outcome()).isEqualTo(DOES_NOT_HOLD);
        assertThat(LagClaims.alertOnP95(once).came()).containsExactly('c');
        assertThat(LagClaims.alertOnP95(always).outcome()).isEqualTo(INCONCLUSIVE);
        assertThat(LagClaims.healthyBelowTen(once).outcome()).isEqualTo(DOES_NOT_HOLD);
        assertThat(LagClaims.healthyBelowTen(always).outcome()).isEqualTo(INCONCLUSIVE);
        assertThat(LagClaims.alertAboveHundred(once).outcome()).isEqualTo(HOLDS_IF);
        assertThat(LagClaims.sampling(once).outcome()).isEqualTo(HOLDS_IF);
        assertThat(LagClaims.drift(once).outcome()).isEqualTo(HOLDS);
    }

    @Test
    void anOutageThatPercentilesShowConfirmsTheClaim() {
        var fast = latency(900, times(100, ofMillis(900)));
        var seen = stall("/block", fast, lag(5, 1_000), SECOND);

        assertThat(LagClaims.healthyBelowTen(seen).outcome()).isEqualTo(HOLDS);
        assertThat(LagClaims.alertOnP95(seen).outcome()).isEqualTo(HOLDS);
        assertThat(LagClaims.alertOnP95(seen).came()).containsExactly('a', 'b');
        assertThat(LagClaims.alertAboveHundred(seen).outcome()).isEqualTo(HOLDS);
        var alsoLate = new ArrayList<>(lag(900, 1_000).samples());
        for (int i = 0; i < 30; i++) {
            alsoLate.set(i, new Sample(alsoLate.get(i).at(), 40));
        }
        var noisy = stall("/block", fast, Lag.of(EVERY, alsoLate), SECOND);
        assertThat(LagClaims.healthyBelowTen(noisy).outcome()).isEqualTo(INCONCLUSIVE);
    }

    @Test
    void continuedSamplingOrLagBelowTheStallChangesTheVerdict() {
        var often = new ArrayList<>(lag(100, 1).samples());
        often.set(50, new Sample(often.get(50).at(), 900));
        var kept = stall("/block", latency(1), Lag.of(EVERY, often), SECOND);
        var less = stall("/block", latency(1), silent(600), SECOND);

        assertThat(LagClaims.sampling(kept).outcome()).isEqualTo(HOLDS);
        assertThat(LagClaims.drift(less).outcome()).isEqualTo(DOES_NOT_HOLD);
    }

    @Test
    void theLengthOfTheStallIsReadFromTheRequestThatBlocked() {
        var spin = latency(0, ofMillis(300));
        var shorter = stall("/block", latency(900, times(30, ofMillis(300))), lag(900, 300), spin);

        assertThat(LagClaims.drift(shorter).outcome()).isEqualTo(HOLDS);
        assertThat(LagClaims.drift(shorter).here())
                .isEqualTo("a stall of 300 ms made one tick late by 300 ms");
        assertThat(LagClaims.sampling(shorter).outcome()).isEqualTo(HOLDS_IF);
        var short20 = stall("/block", latency(900), lag(900, 20), latency(0, ofMillis(20)));
        assertThat(LagClaims.alertOnP95(short20).outcome()).isEqualTo(INCONCLUSIVE);
    }

    /** No sample for one second, and then a tick that is late by this time. */
    private static Lag silent(double late) {
        return Lag.of(
                EVERY, List.of(new Sample(EVERY, 0.5), new Sample(EVERY.plusMillis(1_000), late)));
    }

    @Test
    void aLoopIsStuckWhileItsClientsWaitForTheWholeLag() {
        assertThat(LagClaims.stuck(blockedFor(1_200, 1_150)).outcome()).isEqualTo(HOLDS_IF);
        assertThat(LagClaims.stuck(blockedFor(1_200, 1_150)).here())
                .startsWith("lag 1.20 s: clients of /fast waited up to 1.15 s, p50 of the whole");
        assertThat(LagClaims.stuck(blockedFor(1_200, 5)).outcome()).isEqualTo(DOES_NOT_HOLD);
        assertThat(LagClaims.stuck(blockedFor(900, 850)).outcome()).isEqualTo(INCONCLUSIVE);
    }

    private static Stall blockedFor(int lag, int waited) {
        var slow = times(30, ofMillis(waited));
        return stall("/block", latency(900, slow), lag(900, lag), latency(0, ofMillis(lag)));
    }

    @Test
    void withoutAMarkerEventTheObserverIsInconclusive() {
        var none = new LinkedHashMap<Duration, Integer>();

        assertThat(LagClaims.observedMarks(new Onlookers(none, 0, 1)).outcome())
                .isEqualTo(DOES_NOT_HOLD);
        assertThat(LagClaims.observedMarks(new Onlookers(none, 2, 1)).outcome()).isEqualTo(HOLDS);
        assertThat(LagClaims.observedMarks(new Onlookers(none, 0, 0)).outcome())
                .isEqualTo(INCONCLUSIVE);
    }

    @Test
    void withoutABlockedLoopClaimsOnAlertsAreInconclusive() {
        var calm = stall("/block", latency(900), lag(900, 1), SECOND);

        assertThat(LagClaims.healthyBelowTen(calm).outcome()).isEqualTo(INCONCLUSIVE);
        assertThat(LagClaims.alertOnP95(calm).outcome()).isEqualTo(INCONCLUSIVE);
        assertThat(LagClaims.alertOnP95(calm).came()).isEmpty();
        assertThat(LagClaims.alertAboveHundred(calm).outcome()).isEqualTo(INCONCLUSIVE);
        assertThat(LagClaims.sampling(calm).outcome()).isEqualTo(INCONCLUSIVE);
        assertThat(LagClaims.drift(calm).outcome()).isEqualTo(INCONCLUSIVE);
    }
}
