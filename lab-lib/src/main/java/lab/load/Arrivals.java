package lab.load;

import java.time.Duration;
import lab.measure.Require;
import lab.measure.Runaways;
import lab.measure.Steps;

/**
 * Calls of any kind that arrive as a model says. What a client waits is measured from the moment at
 * which its call was due, so that a slow system cannot hide its own delays (coordinated omission).
 * How late the generator itself was is measured too.
 */
public final class Arrivals {

    static final Duration LONGEST = Duration.ofMinutes(10);

    private static final Duration GRACE = Duration.ofSeconds(10);

    private final Model model;
    private final Duration time;
    private final Duration grace;

    private Arrivals(Model model, Duration time, Duration grace) {
        this.model = model;
        this.time = time;
        this.grace = grace;
    }

    /**
     * Arrivals for a time, which is taken as it is, in quick mode too.
     *
     * @param time above 0, at most 10 minutes
     */
    public static Arrivals of(Model model, Duration time) {
        Require.given(model, "model", "open(200)");
        Require.given(time, "time", "ofSeconds(3)");
        Require.that(
                time.isPositive() && time.compareTo(LONGEST) <= 0,
                "time must be above 0 and at most 10 minutes, was %s; try ofSeconds(3)",
                time);
        return new Arrivals(model, time, GRACE);
    }

    /**
     * Calls that still run this long after the last arrival (10 s by default) are counted as
     * unanswered.
     */
    public Arrivals withGrace(Duration grace) {
        Require.given(grace, "grace", "withGrace(ofSeconds(10))");
        return new Arrivals(model, time, grace);
    }

    /**
     * Makes the calls, waits for them, and returns what the clients experienced. An interrupt stops
     * all of them.
     *
     * @param target what is called, for titles: "/buy", "pool of 8"
     */
    public LoadResult run(String target, Call call) throws InterruptedException {
        try (var steps = Steps.one("load on " + target, time);
                var running = start(target, call)) {
            return running.join();
        }
    }

    /** Begins to make the calls and returns at once, so that something can happen meanwhile. */
    public Running start(String target, Call call) {
        Require.given(target, "target", "\"the cache\"");
        Require.given(call, "call", "arrival -> client.send(request)");
        Runaways.refuse();
        return begin(target, call);
    }

    Running begin(String target, Call call) {
        return new Running(new Plan(target, model, time, grace), call);
    }

    /** What is to happen. */
    record Plan(String target, Model model, Duration time, Duration grace) {}
}
