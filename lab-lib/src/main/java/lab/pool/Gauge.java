package lab.pool;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.List;
import java.util.function.ToIntFunction;
import lab.measure.Measured;
import lab.measure.Require;
import lab.measure.Steps;
import lab.measure.Threshold;
import lab.measure.Timeline;
import lab.measure.Timeline.Sample;
import lab.measure.Timeline.Track;

/**
 * What HikariCP reports about a pool while it is used.
 *
 * @param pool the pool's name
 * @param size how many connections it may open
 * @param readings in the order of their time
 */
public record Gauge(String pool, int size, List<Reading> readings) implements Measured {

    /**
     * One look at the pool.
     *
     * @param active connections that are in use
     * @param idle open connections that are not in use
     * @param waiting requests that wait for a connection
     */
    public record Reading(Duration at, int active, int idle, int waiting) {}

    public Gauge {
        readings = List.copyOf(readings);
    }

    /**
     * Watches a pool while other code uses it.
     *
     * @param time 100 milliseconds to a minute
     */
    public static Gauge of(HikariDataSource pool, Duration time) throws InterruptedException {
        Require.within(time, "time", Duration.ofMillis(100), Duration.ofMinutes(1), "ofSeconds(5)");
        try (var steps = Steps.one("watching the pool", time);
                var reader = new GaugeReader(Pools.open(pool), gauge -> {})) {
            Thread.sleep(time);
            return reader.gauge();
        }
    }

    /** The largest value that was seen, such as {@code most(Reading::waiting)}. */
    public int most(ToIntFunction<Reading> of) {
        return readings.stream().mapToInt(of).max().orElse(0);
    }

    @Override
    public Timeline shape() {
        return new Timeline(
                "What the pool \"%s\" reports".formatted(pool),
                "connections, or waiting requests",
                List.of(
                        track("active", Reading::active),
                        track("idle", Reading::idle),
                        track("waiting", Reading::waiting)),
                List.of(new Threshold("maximum pool size", size)));
    }

    private Track track(String name, ToIntFunction<Reading> of) {
        return new Track(
                name,
                readings.stream()
                        .map(reading -> new Sample(reading.at(), of.applyAsInt(reading)))
                        .toList());
    }

    @Override
    public String finding() {
        if (most(Reading::active) == 0 && !readings.isEmpty()) {
            return "it was not used: %d connections were idle at first, %d at the end"
                    .formatted(readings.getFirst().idle(), readings.getLast().idle());
        }
        return "at most %d of %d connections were active at once, and %d requests waited"
                .formatted(most(Reading::active), size, most(Reading::waiting));
    }

    @Override
    public String toString() {
        return finding();
    }
}
