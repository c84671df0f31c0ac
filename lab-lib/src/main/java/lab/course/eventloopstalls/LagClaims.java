package lab.course.eventloopstalls;

import static lab.exercise.Finding.doesNotHold;
import static lab.exercise.Finding.holds;
import static lab.exercise.Finding.holdsIf;
import static lab.exercise.Finding.inconclusive;

import java.time.Duration;
import lab.eventloop.Onlookers;
import lab.eventloop.Stall;
import lab.exercise.Finding;
import lab.measure.Millis;
import lab.measure.Text;

/** What one stall of a second says of lag as a measure of health. */
final class LagClaims {

    private static final double STALL_MILLIS = 1_000;
    private static final String OTHERWISE =
            "it takes one stall of a second on a calm loop; run the cell again";

    private LagClaims() {}

    static Finding healthyBelowTen(Stall outage) {
        var p99 = outage.lag().latency().p99();
        String here =
                "lag p99 %s in an outage in which /fast had a p99 of %s"
                        .formatted(Text.of(p99), Text.of(outage.fast().p99()));
        return Millis.of(p99) < 10 && isHeld(outage)
                ? doesNotHold(here, "green in the worst second of the day")
                : inconclusive(here, OTHERWISE);
    }

    static Finding alertOnP95(Stall outage) {
        var p95 = outage.lag().p95();
        String here =
                "P95 lag %s during a stall of %s"
                        .formatted(Text.of(p95), Text.of(outage.lag().latency().max()));
        return Millis.of(p95) < 50 && isHeld(outage)
                ? doesNotHold(here, "one stall is one sample: alert on the maximum").bearingOut('c')
                : inconclusive(here, OTHERWISE);
    }

    static Finding alertAboveHundred(Stall outage) {
        var latency = outage.lag().latency();
        String here =
                "during the outage: max %s, p99 %s"
                        .formatted(Text.of(latency.max()), Text.of(latency.p99()));
        return Millis.of(latency.max()) > 100
                ? holdsIf(here, "if the alert looks at the maximum")
                : inconclusive(here, OTHERWISE);
    }

    static Finding sampling(Stall outage) {
        var lag = outage.lag();
        String here =
                "no sample for %s, where one every %s was due"
                        .formatted(Text.of(lag.longestSilence()), Text.of(lag.every()));
        return isHeld(outage)
                ? holdsIf(here, "the probe is blocked with the loop: count what is missing")
                : inconclusive(here, OTHERWISE);
    }

    static Finding drift(Stall outage) {
        var max = outage.lag().latency().max();
        boolean near = Math.abs(Millis.of(max) - STALL_MILLIS) < 0.2 * STALL_MILLIS;
        String here = "a stall of 1,000 ms made one tick late by " + Text.of(max);
        return near ? holds(here, "") : inconclusive(here, "something else held the loop as well");
    }

    /** Whether the loop was held once for about as long as the lesson holds it. */
    private static boolean isHeld(Stall outage) {
        return Millis.of(outage.lag().latency().max()) > STALL_MILLIS / 2
                && Millis.of(outage.lag().longestSilence()) > STALL_MILLIS / 2;
    }

    static Finding stuck(Onlookers onlookers) {
        boolean right =
                onlookers.warnings().entrySet().stream()
                        .allMatch(one -> isLong(one.getKey()) == one.getValue() > 0);
        return right
                ? holdsIf(
                        onlookers.warningsInWords(),
                        "by the limit we set; from another thread it is seen while it lasts")
                : inconclusive(
                        onlookers.warningsInWords(),
                        "the checker's own thread came late; run the cell again");
    }

    private static boolean isLong(Duration stall) {
        return stall.compareTo(Onlookers.LIMIT) > 0;
    }

    static Finding observedMarks(Onlookers onlookers) {
        String here =
                "%d entries of stalls that nobody marked, %d of one that was marked"
                        .formatted(onlookers.unmarked(), onlookers.marked());
        if (onlookers.marked() == 0) {
            return inconclusive(here, "the observer heard nothing at all; run the cell again");
        }
        return Finding.of(
                onlookers.unmarked() > 0,
                here,
                "it hears of what somebody marks, and only of that");
    }
}
