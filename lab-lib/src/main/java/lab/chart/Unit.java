package lab.chart;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import lab.measure.Latency;
import lab.measure.Text;

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

    /** The unit with which a label begins, as in "ns/op" or "ms, median". */
    static Optional<Unit> named(String label) {
        var first = label.split("[/, ]", 2)[0];
        return Arrays.stream(values()).filter(unit -> unit.symbol.equals(first)).findFirst();
    }

    /** A number, and for a time the unit in which it has one to three digits: "2.05 ms". */
    static String text(Optional<Unit> unit, double value) {
        return unit.map(known -> known.readable(value).text(known, value)).orElse(Text.of(value));
    }

    /** This value of a unit as text in this unit. */
    String text(Unit from, double value) {
        return in(from, value) + " " + symbol;
    }

    /** This value of a unit as a number of this unit. */
    String in(Unit from, double value) {
        return Text.of(value * share(from));
    }

    /** How many of this unit are one of the other. */
    double share(Unit of) {
        return of.nanos / nanos;
    }

    /** The largest unit in which a value of this unit is not below one. */
    Unit readable(double value) {
        return Arrays.stream(values())
                .filter(unit -> Math.abs(value) * nanos >= unit.nanos)
                .reduce((smaller, larger) -> larger)
                .orElse(value == 0 ? this : NANOSECONDS);
    }

    double of(Duration duration) {
        return duration.toNanos() / nanos;
    }

    String symbol() {
        return symbol;
    }
}
