package lab.course;

import static lab.course.StallClaims.millis;
import static lab.exercise.Finding.doesNotHold;
import static lab.exercise.Finding.holds;
import static lab.exercise.Finding.holdsIf;
import static lab.exercise.Finding.inconclusive;

import java.time.Duration;
import java.util.stream.Collectors;
import lab.eventloop.Stall;
import lab.eventloop.Watchdog;
import lab.exercise.Finding;
import lab.measure.Text;

/** What one stall of a second says of lag as a measure of health. */
final class LagClaims {

    private static final double STALL_MILLIS = 1_000;

    private LagClaims() {}

    static Finding healthyBelowTen(Stall outage) {
        var p99 = outage.lag().latency().p99();
        String here =
                "lag p99 %s in an outage in which /fast had a p99 of %s"
                        .formatted(Text.of(p99), Text.of(outage.fast().p99()));
        return millis(p99) < 10
                ? doesNotHold(here, "green in the worst second of the day")
                : inconclusive(here, "this machine lags by itself");
    }

    static Finding alertOnP95(Stall outage) {
        var p95 = outage.lag().p95();
        String here =
                "P95 lag %s during a stall of %s"
                        .formatted(Text.of(p95), Text.of(outage.lag().latency().max()));
        return millis(p95) < 50
                ? doesNotHold(here, "in ten seconds one stall is one sample: alert on the maximum")
                        .bearingOut('c')
                : inconclusive(here, "the loop lagged all the time, not once").bearingOut('a');
    }

    static Finding alertAboveHundred(Stall outage) {
        var latency = outage.lag().latency();
        String here =
                "during the outage: max %s, p99 %s"
                        .formatted(Text.of(latency.max()), Text.of(latency.p99()));
        return millis(latency.max()) > 100
                ? holdsIf(here, "if the alert looks at the maximum")
                : inconclusive(here, "there was no stall to see");
    }

    static Finding sampling(Stall outage) {
        long taken = outage.lag().latency().count();
        long due = outage.lag().samplesDue();
        String here = "%,d samples came where %,d were due".formatted(taken, due);
        return due - taken > 50
                ? holdsIf(here, "the probe is blocked with the loop: count what is missing")
                : holds(here, "");
    }

    static Finding drift(Stall outage) {
        var max = outage.lag().latency().max();
        boolean near = Math.abs(millis(max) - STALL_MILLIS) < 0.2 * STALL_MILLIS;
        String here = "a stall of 1,000 ms made one tick late by " + Text.of(max);
        return near ? holds(here, "") : inconclusive(here, "something else held the loop as well");
    }

    static Finding stuck(Watchdog watchdog) {
        String here =
                watchdog.warnings().entrySet().stream()
                        .map(
                                one ->
                                        "blocked %s: %d warnings"
                                                .formatted(Text.of(one.getKey()), one.getValue()))
                        .collect(Collectors.joining(", "));
        boolean right =
                watchdog.warnings().entrySet().stream()
                        .allMatch(one -> isLong(one.getKey()) == one.getValue() > 0);
        return right
                ? holdsIf(
                        here, "by the limit we set; from another thread it is seen while it lasts")
                : inconclusive(here, "the checker's own thread came late; run the cell again");
    }

    private static boolean isLong(Duration stall) {
        return stall.compareTo(Watchdog.LIMIT) > 0;
    }
}
