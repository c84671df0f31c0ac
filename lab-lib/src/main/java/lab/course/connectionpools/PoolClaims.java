package lab.course.connectionpools;

import static lab.exercise.Finding.doesNotHold;
import static lab.exercise.Finding.holds;
import static lab.exercise.Finding.holdsIf;
import static lab.exercise.Finding.inconclusive;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Comparator;
import lab.bench.BenchResult;
import lab.bench.Score;
import lab.exercise.Finding;
import lab.http.KeepAlive;
import lab.measure.Millis;
import lab.measure.Text;
import lab.pool.Borrowing;
import lab.pool.ConnectionCost;
import lab.pool.Distances;
import lab.pool.Distances.Distance;
import lab.pool.FirstBorrow;
import lab.pool.Gauge.Reading;
import lab.pool.Rush;
import lab.pool.Rushes;
import lab.pool.Sizing;

/** What connections and pools say of the guides' claims. */
final class PoolClaims {

    private static final String AGAIN = "was the machine busy? run the cell again";

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
        String here = told(near) + "; " + told(far);
        double share = Millis.of(far.unpooled()) / Math.max(0.1, Millis.of(far.roundTrip()));
        char came = share < 2 ? 'a' : share < 5 ? 'b' : 'c';
        return (far.ratio().value() > 2
                        ? holdsIf(here, "it is round trips: so many times the distance")
                        : inconclusive(here, AGAIN))
                .bearingOut(came);
    }

    private static String told(Distance one) {
        return "%s ms away a new connection and a statement take %s, a pooled one %s"
                .formatted(
                        Text.of(Millis.of(one.roundTrip())),
                        Text.of(one.unpooled()),
                        Text.of(one.pooled()));
    }

    static Finding parts(ConnectionCost cost) {
        String here =
                "%d round trips until it is ready, %d for a statement"
                        .formatted(cost.roundTripsToConnect(), cost.roundTripsOfStatement());
        return holdsIf(here, "count round trips; the milliseconds are the distance's");
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
        char came = sizing.knee() <= 3 ? 'a' : sizing.knee() <= 8 ? 'b' : 'c';
        return (sizing.knee() < largest.size()
                        ? holdsIf(here, "more do not help; here they do not hurt either")
                        : inconclusive(here, AGAIN))
                .bearingOut(came);
    }

    static Finding failsSoon(Borrowing borrowing) {
        String here =
                "%,d served, %,d failed: %s"
                        .formatted(
                                borrowing.served(),
                                borrowing.failed(),
                                borrowing.error().orElse("no error"));
        return borrowing.failed() > 0 && borrowing.gauge().most(Reading::waiting) > 0
                ? holds(here, "the message counts who has and who waits")
                : inconclusive(here, "bring more clients, or a shorter connectionTimeout");
    }

    static Finding leak(HikariDataSource pool) {
        var now = pool.getHikariPoolMXBean();
        String here =
                "%d of %d connections are out, %d idle"
                        .formatted(
                                now.getActiveConnections(),
                                pool.getMaximumPoolSize(),
                                now.getIdleConnections());
        return now.getActiveConnections() == pool.getMaximumPoolSize()
                ? holds(here, "HikariCP names who took it, and does not take it back")
                : doesNotHold(here, "nobody has leaked all of them yet");
    }

    static Finding warm(FirstBorrow first) {
        return first.ratio().value() > 2
                ? holdsIf(first.finding(), "for who comes first, and if connecting is dear")
                : inconclusive(first.finding(), AGAIN);
    }

    static Finding fewAtATime(Rushes rushes) {
        var unbounded = rushes.all().stream().max(Comparator.comparing(Rush::limit)).orElseThrow();
        var bounded = rushes.all().stream().min(Comparator.comparing(Rush::limit)).orElseThrow();
        char came = unbounded.failed() == 0 ? 'a' : unbounded.served() == 0 ? 'c' : 'b';
        return (unbounded.failed() > 0 && bounded.failed() == 0
                        ? holds(
                                rushes.finding(),
                                "the limit costs nothing that the pool had to give")
                        : inconclusive(rushes.finding(), AGAIN))
                .bearingOut(came);
    }

    /**
     * By percentiles where there are any: what else a machine does moves the mean of sampled calls.
     */
    static Finding prepared(BenchResult result) {
        var prepared = result.score("prepared");
        var written = result.score("written");
        String here =
                "half of the calls take at most %s %s prepared once, %s written anew"
                        .formatted(
                                Text.of(half(prepared)), prepared.unit(), Text.of(half(written)));
        return most(prepared) < half(written) || most(written) < half(prepared)
                ? Finding.of(half(prepared) < half(written), here, "as long as it is prepared once")
                : inconclusive(here, AGAIN);
    }

    private static double half(Score score) {
        return score.percentiles().getOrDefault(50.0, score.low());
    }

    private static double most(Score score) {
        return score.percentiles().getOrDefault(90.0, score.high());
    }

    static Finding keepAlive(KeepAlive requests) {
        String here =
                "without it a request takes %s the round trips and %s the time; with TLS %s and %s"
                        .formatted(
                                Text.times(requests.roundTrips(false)),
                                Text.times(requests.gain(false)),
                                Text.times(requests.roundTrips(true)),
                                Text.times(requests.gain(true)));
        char came = requests.gain(true) < 1.5 ? 'a' : requests.gain(true) < 2.5 ? 'b' : 'c';
        return (requests.roundTrips(false) > 1.5 && requests.gain(true) > 1.5
                        ? holdsIf(here, "if the server is a network away, with TLS all the more")
                        : inconclusive(here, AGAIN))
                .bearingOut(came);
    }
}
