package lab.eventloop;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import lab.load.Load;
import lab.load.LoadResult;
import lab.load.Model;
import lab.measure.Pace;
import lab.measure.Require;
import lab.measure.Steps;
import lab.server.LoopServer;

/**
 * Clients request {@code /fast} 100 times a second, whatever happens, while a few requests to
 * another path share the same event loop. What the clients wait is measured from the moment at
 * which each request was due (C06, C27).
 */
public final class Experiment {

    private static final double CLIENTS_PER_SECOND = 100;
    private static final Duration PROBE_EVERY = Duration.ofMillis(10);
    private static final Duration SHORTEST = Duration.ofSeconds(3);
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final Duration LEAD = Duration.ofMillis(200);
    private static final Duration WARM_UP = Duration.ofSeconds(2);
    private static final int MOST_REQUESTS = 100;
    private static final AtomicBoolean COLD = new AtomicBoolean(true);

    private final LoopServer server;
    private final Duration time;

    /**
     * Plans an experiment on this server.
     *
     * @param time how long clients arrive: above 0, at most 1 minute; quick mode takes a third
     */
    public static Experiment on(LoopServer server, Duration time) {
        return new Experiment(Require.given(server, "server", "LoopServer.open()"), time);
    }

    private Experiment(LoopServer server, Duration time) {
        Require.given(time, "time", "Experiment.on(server, ofSeconds(3))");
        Require.that(
                time.isPositive() && time.compareTo(LONGEST) <= 0,
                "time must be above 0 and at most 1 minute, was %s; try Experiment.on(server,"
                        + " ofSeconds(3))",
                time);
        this.server = server;
        this.time = Pace.of(time, SHORTEST);
    }

    /** Requests a path this many times, evenly spread over the first half of the time. */
    public Stall request(String path, int times) throws IOException, InterruptedException {
        requireServed(path, times);
        return run(path, times, time.dividedBy(2L * times));
    }

    /** Requests a path this many times at the same moment. */
    public Stall requestAtOnce(String path, int times) throws IOException, InterruptedException {
        requireServed(path, times);
        return run(path, times, Duration.ZERO);
    }

    /** Requests each path this many times, one experiment after the other. */
    public Stalls requestEach(int times, String... paths) throws IOException, InterruptedException {
        Require.that(
                Require.given(paths, "paths", "\"/fast\"").length > 0,
                "paths must not be empty; try requestEach(%d, \"/fast\")",
                times);
        var stalls = new ArrayList<Stall>();
        try (var steps = Steps.of(paths.length, time)) {
            for (String path : paths) {
                requireServed(path, times);
                steps.next(path);
                stalls.add(request(path, times));
            }
        }
        return new Stalls(stalls);
    }

    private void requireServed(String path, int times) {
        Require.that(
                path != null && server.serves(path),
                "path must be one of %s, was \"%s\"; server.on(…) adds one",
                server.paths(),
                path);
        Require.within(times, "times", 1, MOST_REQUESTS, "3");
    }

    private Stall run(String path, int times, Duration apart)
            throws IOException, InterruptedException {
        try (var steps = Steps.one("/fast, while " + path + " is requested", time)) {
            warmUp();
            return measure(path, times, apart);
        }
    }

    private Stall measure(String path, int times, Duration apart)
            throws IOException, InterruptedException {
        try (var requests = new TimedRequests(server, path).warmUp(LoopServer.FAST);
                var clients =
                        Load.on(server.at(LoopServer.FAST))
                                .start(new Model.Open(CLIENTS_PER_SECOND), time);
                var probe = LagProbe.start(server.vertx(), PROBE_EVERY)) {
            Thread.sleep(LEAD);
            requests.send(times, apart);
            var waited = requests.waited();
            return new Stall(path, answered(clients.join()), probe.lag(), waited);
        }
    }

    /** Without a single answer there is no waiting time to compare or to judge. */
    private static LoadResult answered(LoadResult clients) {
        if (clients.answered() == 0) {
            throw new IllegalStateException(
                    "no client of /fast got an answer: " + clients.finding());
        }
        return clients;
    }

    /** The first experiment would measure the warm-up of server and generator instead. */
    private void warmUp() throws IOException, InterruptedException {
        if (COLD.get()) {
            Load.on(server.at(LoopServer.FAST)).run(new Model.Closed(1), WARM_UP);
            COLD.set(false);
        }
    }
}
