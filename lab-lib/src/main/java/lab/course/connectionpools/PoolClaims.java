package lab.course.connectionpools;

import static java.util.stream.Collectors.joining;
import static lab.exercise.Finding.doesNotHold;
import static lab.exercise.Finding.holds;
import static lab.exercise.Finding.holdsIf;
import static lab.exercise.Finding.inconclusive;
import static lab.exercise.Prediction.choice;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.Comparator;
import java.util.stream.Stream;
import lab.bench.BenchResult;
import lab.exercise.Finding;
import lab.http.KeepAlive;
import lab.load.Model;
import lab.measure.Millis;
import lab.measure.Ratio;
import lab.measure.Text;
import lab.pool.Borrowing;
import lab.pool.ConnectionCost;
import lab.pool.Distances;
import lab.pool.Distances.Distance;
import lab.pool.FirstBorrow;
import lab.pool.Rush;
import lab.pool.Rushes;
import lab.pool.Sizing;

/** What connections and pools say about the guides' claims. */
final class PoolClaims {

    private static final double ENOUGH = 0.9;

    /** HikariCP's words for a caller that got no connection. */
    private static final String TIMED_OUT = "request timed out after";

    private static final int POOL_OF_S2 = 20;
    private static final Duration BORROW_OF_THE_GUIDES = Duration.ofMillis(1);
    private static final double ALIKE = 0.9;
    private static final String TOO_WIDE = "the interval is too wide to decide; run the cell again";

    private PoolClaims() {}

    static Finding newConnection(Distances distances) {
        var near =
                distances.all().stream()
                        .min(Comparator.comparing(Distance::roundTrip))
                        .orElseThrow();
        var far =
                distances.all().stream()
                        .max(Comparator.comparing(Distance::roundTrip))
                        .orElseThrow();
        var borrow =
                distances.all().stream()
                        .map(Distance::borrow)
                        .max(Comparator.naturalOrder())
                        .orElseThrow();
        String both = Stream.of(near, far).distinct().map(PoolClaims::shown).collect(joining("; "));
        String here =
                "%s; the borrow alone takes at most %s (medians)".formatted(both, Text.of(borrow));
        if (borrow.compareTo(BORROW_OF_THE_GUIDES) >= 0) {
            return doesNotHold(here, "here even an idle connection of the pool takes longer");
        }
        var judged =
                twice(
                        far.ratio(),
                        holdsIf(here, lesson(far)),
                        doesNotHold(here, "a new connection costs hardly more than a pooled one"),
                        inconclusive(here, TOO_WIDE));
        return far.roundTrip().isZero()
                ? judged
                : judged.bearingOut(
                        choice("05.1", Millis.of(far.unpooled()) / Millis.of(far.roundTrip())));
    }

    private static String lesson(Distance far) {
        return far.roundTrip().isZero()
                ? "without a network only the work of both sides is left; try ofMillis(10)"
                : "the cost is round trips: multiply them by the distance";
    }

    /** By whether the interval lies above 2, below 2, or includes it. */
    private static Finding twice(Ratio ratio, Finding above, Finding below, Finding open) {
        return ratio.low() > 2 ? above : ratio.high() < 2 ? below : open;
    }

    private static String shown(Distance one) {
        return "%s ms away, a statement takes %s on a new connection, %s on a pooled one"
                .formatted(
                        Text.of(Millis.of(one.roundTrip())),
                        Text.of(one.unpooled()),
                        Text.of(one.pooled()));
    }

    static Finding parts(ConnectionCost cost) {
        String here =
                "%d round trips until it is ready, %d for a statement"
                        .formatted(cost.roundTripsToConnect(), cost.roundTripsOfStatement());
        return cost.roundTripsToConnect() > cost.roundTripsOfStatement()
                ? holdsIf(here, "count round trips; the milliseconds depend on the distance")
                : doesNotHold(here, "connecting costs no more than a statement");
    }

    static Finding fewAreEnough(Sizing sizing) {
        var largest = sizing.steps().getLast();
        String here =
                "%d connections serve %s a second, %d serve %s; Little's law says %s"
                        .formatted(
                                sizing.knee(),
                                Text.of(sizing.at(sizing.knee()).perSecond()),
                                largest.size(),
                                Text.of(largest.perSecond()),
                                Text.of(sizing.predicted()));
        var came = choice("05.2", sizing.knee());
        boolean lowers = largest.perSecond() < ENOUGH * sizing.at(sizing.knee()).perSecond();
        boolean isFound = lowers || sizing.knee() < largest.size() || servesAll(largest);
        if (sizing.knee() > POOL_OF_S2 && isFound) {
            return doesNotHold(here, "this load needs more than 20: calculate, do not guess")
                    .bearingOut(came);
        }
        if (lowers) {
            return holds(here, "more connections lower the throughput").bearingOut(came);
        }
        if (sizing.knee() < largest.size()) {
            return holdsIf(here, "more do not help; here they do not hurt either").bearingOut(came);
        }
        if (servesAll(largest)) {
            return doesNotHold(here, "only the largest pool serves what arrives").bearingOut(came);
        }
        return inconclusive(
                here,
                sizing.predicted() > ENOUGH * largest.size()
                        ? "the largest of these pools is still too small: add larger ones"
                        : "no pool served what arrives: something else is the limit");
    }

    private static boolean servesAll(Borrowing step) {
        return step.model() instanceof Model.Open open
                && step.perSecond() >= ENOUGH * open.perSecond();
    }

    static Finding failsSoon(Borrowing borrowing) {
        String here =
                "%,d served, %,d failed: %s"
                        .formatted(
                                borrowing.served(),
                                borrowing.failed(),
                                borrowing.error().orElse("no error"));
        if (borrowing.failed() == 0) {
            return inconclusive(
                    here, "no request waited long enough; use more clients or a shorter timeout");
        }
        return borrowing.error().filter(error -> error.contains(TIMED_OUT)).isPresent()
                ? holds(here, "the message counts active and waiting threads")
                : inconclusive(
                        here,
                        "they failed while they had a connection: the pool is not the reason");
    }

    static Finding leak(HikariDataSource pool) {
        var now = pool.getHikariPoolMXBean();
        String here =
                "%d of %d connections are active, %d idle"
                        .formatted(
                                now.getActiveConnections(),
                                pool.getMaximumPoolSize(),
                                now.getIdleConnections());
        if (now.getActiveConnections() < pool.getMaximumPoolSize()) {
            return doesNotHold(here, "there are connections left");
        }
        return holds(
                here,
                pool.getLeakDetectionThreshold() > 0
                        ? "HikariCP reports where they were borrowed, and does not take them back"
                        : "nothing reports where they were borrowed: leakDetectionThreshold is off"
                                + " (its minimum is 2,000 ms)");
    }

    static Finding warm(FirstBorrow first) {
        return twice(
                first.ratio(),
                holdsIf(
                        first.finding(),
                        "for a burst of first requests: connections are opened one after the other,"
                                + " with a pause after each"),
                doesNotHold(first.finding(), "connecting takes little time here"),
                inconclusive(first.finding(), TOO_WIDE));
    }

    static Finding fewAtATime(Rushes rushes) {
        var unbounded = rushes.all().stream().max(Comparator.comparing(Rush::limit)).orElseThrow();
        var bounded = rushes.all().stream().min(Comparator.comparing(Rush::limit)).orElseThrow();
        char came = unbounded.failed() == 0 ? 'a' : unbounded.served() == 0 ? 'c' : 'b';
        return judged(rushes.finding(), unbounded, bounded).bearingOut(came);
    }

    private static Finding judged(String here, Rush unbounded, Rush bounded) {
        if (unbounded.failed() == 0) {
            return doesNotHold(here, "the pool served all of them, limit or not");
        }
        if (bounded.failed() == 0) {
            return bounded.perSecond() > ENOUGH * unbounded.perSecond()
                    ? holds(here, "the limit costs no throughput")
                    : holdsIf(
                            here,
                            "with a limit as large as the pool: this one leaves connections unused"
                                    + " (%s served a second, %s without it)"
                                            .formatted(
                                                    Text.of(bounded.perSecond()),
                                                    Text.of(unbounded.perSecond())));
        }
        return bounded.failed() >= unbounded.failed()
                ? doesNotHold(here, "with the limit as many failed")
                : inconclusive(here, "tasks failed with the limit as well; read the error text");
    }

    static Finding prepared(BenchResult result) {
        var prepared = result.score("prepared");
        var factor = prepared.over(result.score("written"));
        String here =
                "prepared once, a statement takes %s %s; sent as new SQL text, %s times as long"
                        .formatted(Text.of(prepared.typical()), prepared.unit(), factor);
        if (factor.low() > 1) {
            return holdsIf(here, "if it is prepared once, and one plan suits all values");
        }
        return factor.high() < ALIKE
                ? doesNotHold(here, "here preparing does not pay")
                : inconclusive(here, "the interval includes 1; bench(thorough(), …) narrows it");
    }

    /** By the slowest requests: between p90 and the longest of each side lies its p99. */
    static Finding keepAlive(KeepAlive requests) {
        var fresh = requests.lane(true, false).latency();
        var kept = requests.lane(true, true).latency();
        String here =
                "with TLS, a new connection each time takes %s the round trips; p99 %s, kept %s"
                        .formatted(
                                Text.times(requests.roundTrips(true)),
                                Text.of(fresh.p99()),
                                Text.of(kept.p99()));
        var came = choice("05.4", requests.tls().low(), requests.tls().high());
        if (Millis.of(fresh.p90()) > 2 * Millis.of(kept.max())) {
            return holdsIf(here, "if the server is a network away; without TLS it is less")
                    .bearingOut(came);
        }
        return Millis.of(fresh.max()) < 2 * Millis.of(kept.p90())
                ? doesNotHold(here, "p99 is not cut in half").bearingOut(came)
                : inconclusive(here, "a few slow requests decide p99; run the cell again");
    }
}
