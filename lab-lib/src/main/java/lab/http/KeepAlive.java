package lab.http;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import lab.measure.Comparison;
import lab.measure.Comparison.Bar;
import lab.measure.Latency;
import lab.measure.Measured;
import lab.measure.Millis;
import lab.measure.Pace;
import lab.measure.Require;
import lab.measure.Table;
import lab.measure.Text;

/**
 * The same HTTP requests of the JDK's client, with a connection that is kept and with a new one for
 * each, plain and with TLS (C117). HTTP/1.1; the server says which connections end.
 *
 * @param lanes plain kept, plain new, TLS kept, TLS new
 */
public record KeepAlive(List<Lane> lanes) implements Measured {

    private static final int REQUESTS = 40;
    private static final int QUICK_REQUESTS = 12;
    private static final int WARM_UP = 5;

    /**
     * One way of asking.
     *
     * @param requests how many requests were measured
     * @param connections how many connections they took
     * @param roundTrips how many round trips, with TCP's own
     */
    public record Lane(
            boolean tls,
            boolean kept,
            Latency latency,
            int requests,
            long connections,
            long roundTrips) {

        double roundTripsEach() {
            return (double) roundTrips / requests;
        }

        String name() {
            return "%s, %s".formatted(tls ? "TLS" : "plain", kept ? "kept" : "new each time");
        }
    }

    public KeepAlive {
        lanes = List.copyOf(lanes);
    }

    /** Asks a server that is so far away, by turns. */
    public static KeepAlive over(Duration roundTrip) throws IOException, InterruptedException {
        Require.given(roundTrip, "round trip", "over(ofMillis(10))");
        int requests = Pace.isQuick() ? QUICK_REQUESTS : REQUESTS;
        var lanes = new ArrayList<Lane>();
        for (boolean tls : new boolean[] {false, true}) {
            try (var server = HttpSite.open(tls);
                    var kept = new Client(server, roundTrip, true);
                    var fresh = new Client(server, roundTrip, false)) {
                kept.warmUp(WARM_UP);
                fresh.warmUp(WARM_UP);
                for (int i = 0; i < requests; i++) {
                    kept.ask();
                    fresh.ask();
                }
                lanes.add(kept.lane(requests));
                lanes.add(fresh.lane(requests));
            }
        }
        return new KeepAlive(lanes);
    }

    /** The lane with and without TLS, with the connection kept or not. */
    public Lane lane(boolean tls, boolean kept) {
        return lanes.stream()
                .filter(lane -> lane.tls() == tls && lane.kept() == kept)
                .findFirst()
                .orElseThrow();
    }

    /** How many times as long the median request takes without keep-alive. */
    public double gain(boolean tls) {
        return (double) lane(tls, false).latency().p50().toNanos()
                / lane(tls, true).latency().p50().toNanos();
    }

    /** How many round trips a request takes without keep-alive, for each that it takes with it. */
    public double roundTrips(boolean tls) {
        return lane(tls, false).roundTripsEach() / lane(tls, true).roundTripsEach();
    }

    @Override
    public Comparison shape() {
        return new Comparison(
                "One HTTP request", "ms, median", lanes.stream().map(KeepAlive::bar).toList());
    }

    private static Bar bar(Lane lane) {
        return Bar.exact(lane.name(), Millis.of(lane.latency().p50()));
    }

    @Override
    public Optional<Table> table() {
        return Optional.of(
                new Table(
                        List.of("", "p50", "p99", "connections", "round trips a request"),
                        lanes.stream().map(KeepAlive::row).toList()));
    }

    private static List<String> row(Lane lane) {
        return List.of(
                lane.name(),
                Text.of(lane.latency().p50()),
                Text.of(lane.latency().p99()),
                "" + lane.connections(),
                Text.of(lane.roundTripsEach()));
    }

    @Override
    public String finding() {
        return lanes.stream()
                        .map(
                                lane ->
                                        "%s p50 %s, p99 %s"
                                                .formatted(
                                                        lane.name(),
                                                        Text.of(lane.latency().p50()),
                                                        Text.of(lane.latency().p99())))
                        .collect(Collectors.joining("; "))
                + "; keeping pays %s plain, %s with TLS"
                        .formatted(Text.times(gain(false)), Text.times(gain(true)));
    }

    @Override
    public String toString() {
        return finding();
    }
}
