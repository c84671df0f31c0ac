package lab.chart;

import java.time.Duration;
import java.util.Collection;
import lab.measure.Latency;

/** The unit of time in which durations are drawn. */
enum Unit {
    NANOSECONDS("ns", 1),
    MICROSECONDS("µs", 1e3),
    MILLISECONDS("ms", 1e6),
    SECONDS("s", 1e9);

    private final String symbol;
    private final double nanos;

    Unit(String symbol, double nanos) {
        this.symbol = symbol;
        this.nanos = nanos;
    }

    /** The unit in which the longest duration is a number of one to four digits. */
    static Unit fitting(Collection<Latency> latencies) {
        double longest =
                latencies.stream().mapToDouble(latency -> latency.max().toNanos()).max().orElse(0);
        return longest < 2e3
                ? NANOSECONDS
                : longest < 2e6 ? MICROSECONDS : longest < 2e10 ? MILLISECONDS : SECONDS;
    }

    double of(Duration duration) {
        return duration.toNanos() / nanos;
    }

    String symbol() {
        return symbol;
    }
}
