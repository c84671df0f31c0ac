package lab.bench;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;

import java.time.Duration;
import lab.bench.fork.Iterations;
import lab.measure.Pace;

/**
 * How much time the lab gives to what a class leaves open.
 *
 * @param total what all benchmarks together should not exceed
 * @param rounds how many forks each benchmark gets; 0 for as many as a decision needs
 * @param warmup iterations of a fork that are not counted, at their longest
 * @param measurement iterations of a fork that are counted, at their longest
 */
record Effort(Duration total, int rounds, Iterations warmup, Iterations measurement) {

    /** Where the number of forks is fixed, each fork measures for longer. */
    private static final Duration LONG = ofMillis(250);

    private static final Duration QUICK = ofMillis(20);
    private static final Duration UNLIMITED = Duration.ofDays(1);

    /** Short forks: code of the size that notebooks show is warm after 0.1 to 0.4 s. */
    static Effort brief() {
        return new Effort(
                Pace.of(ofSeconds(30), ofSeconds(10)),
                0,
                new Iterations(10, Pace.of(ofMillis(40), QUICK)),
                new Iterations(5, QUICK));
    }

    static Effort thorough() {
        return new Effort(
                UNLIMITED,
                Pace.isQuick() ? 3 : 15,
                new Iterations(10, Pace.of(ofMillis(150), QUICK)),
                new Iterations(5, Pace.of(ofMillis(200), QUICK)));
    }

    Effort within(Duration limit) {
        return new Effort(limit, rounds, warmup, measurement);
    }

    /** What a fork gets where the class or the options fix how many there are. */
    Effort forFixedForks() {
        var time = Pace.of(LONG, ofMillis(80));
        return new Effort(total, rounds, new Iterations(5, time), new Iterations(10, time));
    }
}
