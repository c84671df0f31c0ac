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

    private static final String OTHERWISE =
            "this needs one long stall and a loop that is on time otherwise; run the cell again";

    /** A shorter stall is no outage. */
    private static final double SHORTEST_MILLIS = 200;

    private static final Duration STUCK = Duration.ofSeconds(1);

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
        return Millis.of(p99) > stall(outage) / 2
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
                ? doesNotHold(here, "one stall is one sample of this probe: alert on the maximum")
                        .bearingOut('c')
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
        boolean keptSampling = Millis.of(lag.longestSilence()) < stall(outage) / 2;
        return keptSampling && Millis.of(lag.latency().max()) > stall(outage) / 2
                ? holds(here, "the probe kept sampling during the stall")
                : inconclusive(here, OTHERWISE);
    }

    static Finding drift(Stall outage) {
        var max = outage.lag().latency().max();
        double share = Millis.of(max) / stall(outage);
        String here =
                "a stall of %s made one tick late by %s"
                        .formatted(Text.of(outage.requests().max()), Text.of(max));
        if (share >= 0.8 && share <= 1.2) {
            return holds(here, "");
        }
        return share < 0.8 && Millis.of(outage.lag().longestSilence()) > 0.8 * stall(outage)
                ? doesNotHold(here, "the timer shows less than the stall")
                : inconclusive(here, OTHERWISE);
    }

    /** The time of the request that blocked the loop, in milliseconds. */
    private static double stall(Stall outage) {
        return Millis.of(outage.requests().max());
    }

    /** Whether the loop was blocked once, for far longer than it is late otherwise. */
    private static boolean isBlockedOnce(Stall outage) {
        double half = Math.max(SHORTEST_MILLIS, stall(outage)) / 2;
        return Millis.of(outage.lag().latency().max()) > half
                && Millis.of(outage.lag().longestSilence()) > half;
    }

    /** Stuck: while the loop is late, no client of it is served; before and after, all are. */
    static Finding stuck(Stall outage) {
        var lag = outage.lag().latency().max();
        String here =
                "lag %s: clients of /fast waited up to %s, p50 of the whole run %s"
                        .formatted(
                                Text.of(lag),
                                Text.of(outage.fast().max()),
                                Text.of(outage.fast().p50()));
        if (lag.compareTo(STUCK) <= 0 || !isBlockedOnce(outage)) {
            return inconclusive(here, "this needs one stall of more than a second");
        }
        return Millis.of(outage.fast().max()) > Millis.of(lag) / 2
                ? holdsIf(here, "while it lasts: one lag does not say whether it will end")
                : doesNotHold(here, "the clients were served meanwhile");
    }

    static Finding observedMarks(Onlookers onlookers) {
        String here =
                "%s; the observer received %d entries of these stalls, %d of one with a mark"
                        .formatted(
                                onlookers.warningsInWords(),
                                onlookers.unmarked(),
                                onlookers.marked());
        if (onlookers.marked() == 0) {
            return inconclusive(here, "the observer received nothing at all; run the cell again");
        }
        return Finding.of(
                onlookers.unmarked() > 0, here, "it receives what some code marks, and only that");
    }
}
