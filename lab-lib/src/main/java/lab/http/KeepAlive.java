package lab.http;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import lab.measure.Comparison;
import lab.measure.Comparison.Bar;
import lab.measure.CpuWatch;
import lab.measure.Latency;
import lab.measure.Measured;
import lab.measure.Millis;
import lab.measure.Race;
import lab.measure.Ratio;
import lab.measure.Require;
import lab.measure.Steps;
import lab.measure.Table;
import lab.measure.Text;
import lab.measure.Turns;

/**
 * The same HTTP requests of the JDK's client, on a connection that is kept and on a new one for
 * each, plain and with TLS (C117). HTTP/1.1; the server decides which connections end.
 *
 * @param lanes plain kept, plain new, TLS kept, TLS new
 * @param plain how many times as long a request takes without keep-alive
 * @param tls the same with TLS
 * @param caveats why the numbers deserve less trust
 */
public record KeepAlive(List<Lane> lanes, Ratio plain, Ratio tls, List<String> caveats)
        implements Measured {

    private static final Duration BUDGET = Duration.ofSeconds(3);
    private static final int WARM_UP = 5;

    /**
     * One way of asking.
     *
     * @param latency the requests that were timed
     * @param requests all requests, those of the warm-up included
     * @param connections how many connections they took
     * @param roundTrips how many round trips, with TCP's own
     */
    public record Lane(
            boolean tls,
            boolean kept,
            Latency latency,
            long requests,
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
        caveats = List.copyOf(caveats);
    }

    /** Sends requests to a server at this distance, kept and new alternating. */
    public static KeepAlive over(Duration roundTrip) throws IOException, InterruptedException {
        Require.given(roundTrip, "round trip", "over(ofMillis(10))");
        var lanes = new ArrayList<Lane>();
        var watch = CpuWatch.start();
        try (var steps = Steps.of(2, BUDGET)) {
            steps.next("plain");
            var plain = race(false, roundTrip, lanes);
            steps.next("TLS");
            var tls = race(true, roundTrip, lanes);
            return new KeepAlive(lanes, plain.ratio(), tls.ratio(), watch.use().caveats());
        }
    }

    private static Race race(boolean tls, Duration roundTrip, List<Lane> lanes)
            throws IOException, InterruptedException {
        try (var server = HttpSite.open(tls);
                var kept = new Client(server, roundTrip, true);
                var fresh = new Client(server, roundTrip, false)) {
            kept.warmUp(WARM_UP);
            fresh.warmUp(WARM_UP);
            var race = Turns.of("new", fresh::ask).and("kept", kept::ask).within(BUDGET);
            lanes.add(kept.lane(race.second().latency()));
            lanes.add(fresh.lane(race.first().latency()));
            return race;
        }
    }

    /** The lane with and without TLS, with the connection kept or not. */
    public Lane lane(boolean tls, boolean kept) {
        return lanes.stream()
                .filter(lane -> lane.tls() == tls && lane.kept() == kept)
                .findFirst()
                .orElseThrow();
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
                        List.of("", "median", "slowest", "connections", "round trips a request"),
                        lanes.stream().map(KeepAlive::row).toList()));
    }

    private static List<String> row(Lane lane) {
        return List.of(
                lane.name(),
                Text.of(lane.latency().p50()),
                Text.of(lane.latency().max()),
                "%,d of %,d".formatted(lane.connections(), lane.requests()),
                Text.of(lane.roundTripsEach()));
    }

    @Override
    public String finding() {
        return "%s; without keep-alive a request takes %s as long, with TLS %s"
                .formatted(
                        lanes.stream().map(KeepAlive::inWords).collect(Collectors.joining("; ")),
                        plain,
                        tls);
    }

    private static String inWords(Lane lane) {
        return "%s: median %s, slowest %s"
                .formatted(
                        lane.name(), Text.of(lane.latency().p50()), Text.of(lane.latency().max()));
    }

    @Override
    public String toString() {
        return finding();
    }
}
