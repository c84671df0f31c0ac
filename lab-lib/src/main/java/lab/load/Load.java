package lab.load;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import lab.measure.Require;
import lab.measure.Runaways;
import lab.measure.Steps;

/**
 * A load generator for HTTP/1.1 servers on this machine. It sends GET requests over kept-alive
 * connections, at most 256 of them. Up to ten requests warm it up before it counts. Durations are
 * taken as they are, in quick mode too: the caller shrinks them. Calls of any other kind go through
 * {@link Arrivals}, as these do.
 */
public final class Load {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration GRACE = Duration.ofSeconds(1);

    private final Target target;
    private final Duration patience;

    private Load(Target target, Duration patience) {
        this.target = target;
        this.patience = patience;
    }

    /**
     * Load on this address.
     *
     * @param target an {@code http} address of this machine with its port
     */
    public static Load on(URI target) {
        return new Load(Target.of(target), PATIENCE);
    }

    /** Gives up on a request after this time (10 s by default) and counts it as an error. */
    public Load waitingAtMost(Duration patience) {
        Require.given(patience, "patience", "waitingAtMost(ofSeconds(10))");
        Require.that(
                patience.isPositive() && patience.compareTo(Arrivals.LONGEST) <= 0,
                "patience must be above 0 and at most 10 minutes, was %s;"
                        + " try waitingAtMost(ofSeconds(10))",
                patience);
        return new Load(target, patience);
    }

    /**
     * Loads the server for this time and returns what its clients experienced. An interrupt stops
     * it at once.
     *
     * @param time above 0, at most 10 minutes
     * @throws IOException if nothing listens there
     */
    public LoadResult run(Model model, Duration time) throws IOException, InterruptedException {
        try (var steps = Steps.one("load on " + target.path(), time);
                var running = start(model, time)) {
            return running.join();
        }
    }

    /**
     * Begins to load the server and returns at once, so that something can happen meanwhile.
     *
     * @param time above 0, at most 10 minutes
     * @throws IOException if nothing listens there
     */
    public Running start(Model model, Duration time) throws IOException, InterruptedException {
        var arrivals = Arrivals.of(model, time).withGrace(patience.plus(GRACE));
        Runaways.refuse();
        var requests = new Requests(target, patience);
        requests.warmUp();
        return arrivals.begin(target.path(), requests);
    }

    @Override
    public String toString() {
        return "load on " + target.uri();
    }
}
