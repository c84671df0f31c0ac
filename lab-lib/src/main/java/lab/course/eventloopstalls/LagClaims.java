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

/** What one stall of a second says about lag as a measure of health. */
final class LagClaims {

    private static final double STALL_MILLIS = 1_000;
    private static final String OTHERWISE =
            "this needs exactly one stall of a second; run the cell again";

    private LagClaims() {}

    static Finding healthyBelowTen(Stall outage) {
        var p99 = outage.lag().latency().p99();
        String here =
                "lag p99 %s in an outage in which /fast had a p99 of %s"
                        .formatted(Text.of(p99), Text.of(outage.fast().p99()));
        if (!isBlockedOnce(outage)) {
            return inconclusive(here, OTHERWISE);
        }
        if (Millis.of(p99) < 10) {
            return doesNotHold(here, "green in the worst second of the day");
        }
        return Millis.of(p99) > STALL_MILLIS / 2
                ? holds(here, "this p99 shows the outage")
                : inconclusive(here, "more than 1 in 100 samples were late for other reasons");
    }

    static Finding alertOnP95(Stall outage) {
        var p95 = outage.lag().p95();
        String here =
                "P95 lag %s during a stall of %s"
                        .formatted(Text.of(p95), Text.of(outage.lag().latency().max()));
        if (!isBlockedOnce(outage)) {
            return inconclusive(here, OTHERWISE);
        }
        return Millis.of(p95) < 50
                ? doesNotHold(here, "one stall is one sample: alert on the maximum").bearingOut('c')
                : holds(here, "the alert fires").bearingOut('a', 'b');
    }

    static Finding alertAboveHundred(Stall outage) {
        var latency = outage.lag().latency();
        String here =
                "during the outage: max %s, p99 %s"
                        .formatted(Text.of(latency.max()), Text.of(latency.p99()));
        if (Millis.of(latency.max()) <= 100) {
            return inconclusive(here, OTHERWISE);
        }
        return Millis.of(latency.p99()) > 100
                ? holds(here, "even p99 passes the limit")
                : holdsIf(here, "if the alert looks at the maximum");
    }

    static Finding sampling(Stall outage) {
        var lag = outage.lag();
        String here =
                "no sample for %s, where one was due every %s"
                        .formatted(Text.of(lag.longestSilence()), Text.of(lag.every()));
        if (isBlockedOnce(outage)) {
            return holdsIf(here, "if you count the missing samples: the loop blocks the probe too");
        }
        boolean keptSampling = lag.longestSilence().compareTo(lag.every().multipliedBy(10)) < 0;
        return keptSampling && Millis.of(lag.latency().max()) > STALL_MILLIS / 2
                ? holds(here, "the probe kept sampling during the stall")
                : inconclusive(here, OTHERWISE);
    }

    static Finding drift(Stall outage) {
        var max = outage.lag().latency().max();
        double share = Millis.of(max) / STALL_MILLIS;
        String here = "a stall of 1,000 ms made one tick late by " + Text.of(max);
        if (share >= 0.8 && share <= 1.2) {
            return holds(here, "");
        }
        return share < 0.8 && Millis.of(outage.lag().longestSilence()) > 0.8 * STALL_MILLIS
                ? doesNotHold(here, "the timer shows less than the stall")
                : inconclusive(here, OTHERWISE);
    }

    /** Whether the loop was blocked once, for about as long as the lesson blocks it. */
    private static boolean isBlockedOnce(Stall outage) {
        return Millis.of(outage.lag().latency().max()) > STALL_MILLIS / 2
                && Millis.of(outage.lag().longestSilence()) > STALL_MILLIS / 2;
    }

    static Finding stuck(Onlookers onlookers) {
        var warnings = onlookers.warnings().entrySet();
        String here = onlookers.warningsInWords();
        if (warnings.stream().anyMatch(one -> !isLong(one.getKey()) && one.getValue() > 0)) {
            return inconclusive(here, "it warned of a short stall too: its own thread came late");
        }
        return warnings.stream().allMatch(one -> !isLong(one.getKey()) || one.getValue() > 0)
                ? holdsIf(here, "by the limit we set; another thread sees it while it lasts")
                : doesNotHold(here, "the watchdog did not notice it");
    }

    private static boolean isLong(Duration stall) {
        return stall.compareTo(Onlookers.LIMIT) > 0;
    }

    static Finding observedMarks(Onlookers onlookers) {
        String here =
                "%d entries of stalls without a mark, %d of one with a mark"
                        .formatted(onlookers.unmarked(), onlookers.marked());
        if (onlookers.marked() == 0) {
            return inconclusive(here, "the observer received nothing at all; run the cell again");
        }
        return Finding.of(
                onlookers.unmarked() > 0, here, "it receives what some code marks, and only that");
    }
}
