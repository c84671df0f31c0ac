package lab.bench;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;

import java.time.Duration;
import lab.bench.fork.Rounds;
import lab.measure.Pace;

/**
 * How much time the lab gives to what a class leaves open.
 *
 * @param total what all benchmarks together should not exceed
 * @param forks processes for each benchmark, one after the other
 * @param warmup iterations not counted, at their longest
 * @param measurement iterations counted, at their longest
 */
record Budget(Duration total, int forks, Rounds warmup, Rounds measurement) {

    private static final Duration ROUND = ofMillis(250);
    private static final Duration QUICK_ROUND = ofMillis(80);
    private static final Duration LONG_ROUND = ofSeconds(1);
    private static final Duration UNLIMITED = Duration.ofDays(1);

    static Budget brief() {
        var round = Pace.of(ROUND, QUICK_ROUND);
        var total = Pace.of(ofSeconds(30), ofSeconds(10));
        return new Budget(total, 1, new Rounds(5, round), new Rounds(10, round));
    }

    static Budget thorough() {
        var round = Pace.of(LONG_ROUND, QUICK_ROUND);
        return new Budget(UNLIMITED, 3, new Rounds(5, round), new Rounds(10, round));
    }

    Budget within(Duration limit) {
        return new Budget(limit, forks, warmup, measurement);
    }
}
