package lab.pool;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Optional;
import lab.load.Model;
import lab.measure.Distribution;
import lab.measure.Latency;
import lab.measure.Measured;
import lab.measure.Text;

/**
 * What those who want a connection of a pool live through.
 *
 * @param size the pool's size
 * @param model how they came
 * @param time how long they kept coming
 * @param waited until they had a connection
 * @param held how long they had it
 * @param response both together, from when they meant to start
 * @param failed how many got none, or failed with it
 * @param error the first failure in HikariCP's or the driver's own words
 * @param gauge what the pool said of itself meanwhile
 */
public record Borrowing(
        int size,
        Model model,
        Duration time,
        Latency waited,
        Latency held,
        Latency response,
        long failed,
        Optional<String> error,
        Gauge gauge)
        implements Measured {

    /** How many had their turn. */
    public long served() {
        return held.count();
    }

    /** How many had their turn in a second. */
    public double perSecond() {
        return served() * 1e9 / time.toNanos();
    }

    /**
     * How many connections are in use on average, by Little's law: so many come in a second, and
     * each holds one for so long.
     */
    public double inUse() {
        double arrivals = model instanceof Model.Open open ? open.perSecond() : perSecond();
        return arrivals * held.mean().toNanos() / 1e9;
    }

    @Override
    public Distribution shape() {
        var curves = new LinkedHashMap<String, Latency>();
        curves.put("waiting for a connection", waited);
        curves.put("having it", held);
        return new Distribution("A pool of %d, %s".formatted(size, model), curves);
    }

    @Override
    public String finding() {
        return ("pool of %d, %s: %,d served (%s a second), %,d failed; waited p50 %s, p99 %s;"
                        + " held p50 %s")
                .formatted(
                        size,
                        model,
                        served(),
                        Text.of(perSecond()),
                        failed,
                        Text.of(waited.p50()),
                        Text.of(waited.p99()),
                        Text.of(held.p50()));
    }

    @Override
    public String toString() {
        return finding();
    }
}
