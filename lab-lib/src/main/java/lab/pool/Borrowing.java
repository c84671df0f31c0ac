package lab.pool;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import lab.load.LoadResult;
import lab.load.Model;
import lab.measure.Distribution;
import lab.measure.Latency;
import lab.measure.Measured;
import lab.measure.Text;

/**
 * What requests experience that borrow a connection of a pool.
 *
 * @param size the maximum size of the pool
 * @param load how they arrived, how many succeeded, and what failed
 * @param waited from when a request was due until it had a connection
 * @param gauge what the pool reported meanwhile
 * @param shares how many requests each client of a closed loop had served, in ascending order;
 *     empty for an open loop, in which each request is a client of its own
 */
public record Borrowing(int size, LoadResult load, Latency waited, Gauge gauge, List<Long> shares)
        implements Measured {

    public Borrowing {
        shares = shares.stream().sorted().toList();
    }

    /** How they arrived. */
    public Model model() {
        return load.model();
    }

    /** From the first request until the last connection was returned. */
    public Duration time() {
        return load.time();
    }

    /** How long each request had its connection. */
    public Latency held() {
        return load.service();
    }

    /** Waiting and holding together, from when each request was due. */
    public Latency response() {
        return load.response();
    }

    /** How many requests got a connection and used it. */
    public long served() {
        return load.answered();
    }

    /** How many got no connection, failed while they used it, or did not end in time. */
    public long failed() {
        return load.failed();
    }

    /** The first failure, in the words of HikariCP or of the driver. */
    public Optional<String> error() {
        return load.firstError();
    }

    /** How many requests were served per second. */
    public double perSecond() {
        return load.achievedPerSecond();
    }

    /**
     * How many connections are in use on average, by Little's law: the arrivals per second times
     * how many seconds each holds a connection.
     */
    public double inUse() {
        double arrivals = model() instanceof Model.Open open ? open.perSecond() : perSecond();
        return arrivals * held().mean().toNanos() / 1e9;
    }

    @Override
    public List<String> caveats() {
        return load.caveats();
    }

    @Override
    public Distribution shape() {
        var curves = new LinkedHashMap<String, Latency>();
        curves.put("waiting for a connection", waited);
        curves.put("holding it", held());
        return new Distribution("A pool of %d, %s".formatted(size, model()), curves);
    }

    @Override
    public String finding() {
        return "pool of %d, %s: %s, %,d failed%s".formatted(size, model(), use(), failed(), why());
    }

    private String why() {
        return error().map(first -> "; the first: " + first).orElse("");
    }

    private String use() {
        return served() == 0
                ? "none served"
                : "%,d served (%s a second), waited p50 %s, p99 %s, held p50 %s"
                        .formatted(
                                served(),
                                Text.of(perSecond()),
                                Text.of(waited.p50()),
                                Text.of(waited.p99()),
                                Text.of(held().p50()));
    }

    @Override
    public String toString() {
        return finding();
    }
}
