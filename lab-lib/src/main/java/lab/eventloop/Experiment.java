package lab.eventloop;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import lab.load.Load;
import lab.load.Model;
import lab.measure.Pace;
import lab.measure.Require;
import lab.server.LoopServer;

/**
 * Clients of {@code /fast} arrive 100 times a second, whatever happens, while someone visits
 * another path of the same loop. What they wait is measured from when they meant to start (C06,
 * C27).
 */
public final class Experiment {

    private static final double CLIENTS_PER_SECOND = 100;
    private static final Duration PROBE_EVERY = Duration.ofMillis(10);
    private static final Duration SHORTEST = Duration.ofSeconds(3);
    private static final Duration LEAD = Duration.ofMillis(200);
    private static final Duration WARM_UP = Duration.ofSeconds(2);
    private static final AtomicBoolean COLD = new AtomicBoolean(true);

    private final LoopServer server;
    private final Duration time;

    /**
     * Plans an experiment on this server.
     *
     * @param time how long clients keep coming; quick mode takes a third
     */
    public static Experiment on(LoopServer server, Duration time) {
        return new Experiment(Require.given(server, "server", "LoopServer.open()"), time);
    }

    private Experiment(LoopServer server, Duration time) {
        Require.given(time, "time", "Experiment.on(server, ofSeconds(3))");
        Require.that(
                time.isPositive() && time.compareTo(Duration.ofMinutes(1)) <= 0,
                "time must be above 0 and at most 1 minute, was %s; try Experiment.on(server,"
                        + " ofSeconds(3))",
                time);
        this.server = server;
        this.time = Pace.of(time, SHORTEST);
    }

    /** Visits a path so many times, evenly spread over the first half of the time. */
    public Stall visit(String path, int times) throws IOException, InterruptedException {
        requireVisits(path, times);
        return run(path, times, time.dividedBy(2L * times));
    }

    /** Visits a path so many times at the same moment. */
    public Stall visitAtOnce(String path, int times) throws IOException, InterruptedException {
        requireVisits(path, times);
        return run(path, times, Duration.ZERO);
    }

    /** Visits each path so many times, one experiment after the other. */
    public Stalls visitEach(int times, String... paths) throws IOException, InterruptedException {
        Require.that(
                Require.given(paths, "paths", "\"/fast\"").length > 0,
                "paths must not be empty; try visitEach(%d, \"/fast\")",
                times);
        var stalls = new ArrayList<Stall>();
        for (String path : paths) {
            stalls.add(visit(path, times));
        }
        return new Stalls(stalls);
    }

    private void requireVisits(String path, int times) {
        Require.that(
                path != null && server.serves(path),
                "path must be one of %s, was \"%s\"; server.on(…) adds one",
                server.paths(),
                path);
        Require.that(times >= 1 && times <= 100, "times must be 1 to 100, was %d; try 3", times);
    }

    private Stall run(String path, int times, Duration apart)
            throws IOException, InterruptedException {
        warmUp();
        try (var visits = new Visits(server.at(path)).warmUp(server.at(LoopServer.FAST));
                var clients =
                        Load.on(server.at(LoopServer.FAST))
                                .start(new Model.Open(CLIENTS_PER_SECOND), time);
                var probe = LagProbe.start(server.vertx(), PROBE_EVERY)) {
            Thread.sleep(LEAD);
            visits.pay(times, apart);
            var waited = visits.waited();
            return new Stall(path, clients.join(), probe.lag(), waited);
        }
    }

    /** A kernel's first experiment would measure how server and generator get warm themselves. */
    private void warmUp() throws IOException, InterruptedException {
        if (COLD.get()) {
            Load.on(server.at(LoopServer.FAST)).run(new Model.Closed(1), WARM_UP);
            COLD.set(false);
        }
    }
}
