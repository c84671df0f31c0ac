package lab.measure;

import java.time.Duration;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import lab.measure.Race.Laps;

/** Results of races that nobody has run, for tests of judges. */
public final class MadeUp {

    private MadeUp() {}

    /** A race of these laps on a quiet machine. */
    public static Race race(Laps... laps) {
        return new Race(List.of(laps), Duration.ofMillis(100), 0.03, List.of());
    }

    /** Six rounds that differ by at most one percent. */
    public static Laps laps(String name, double millis) {
        return laps(name, millis, round -> round);
    }

    /** The same, but slow where {@link #laps} are quick: their ratio varies by two percent. */
    public static Laps opposite(String name, double millis) {
        return laps(name, millis, round -> 2 - round);
    }

    private static Laps laps(String name, double millis, DoubleUnaryOperator varied) {
        var rounds =
                DoubleStream.of(0.99, 0.995, 1, 1, 1.005, 1.01)
                        .map(varied)
                        .mapToObj(round -> round * millis * 1e6);
        var samples = new Samples();
        samples.recordNanos((long) (millis * 1e6));
        var typical = Duration.ofNanos((long) (millis * 1e6));
        return new Laps(name, rounds.toList(), typical, typical, samples.latency());
    }
}
