package lab.pool;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import lab.load.Arrival;
import lab.load.Arrivals;
import lab.load.Call;
import lab.load.LoadResult;
import lab.load.Model;
import lab.measure.Pace;
import lab.measure.Require;
import lab.measure.Samples;

/**
 * Requests that borrow a connection of a pool, use it and return it. In an open loop they arrive at
 * a given rate, whatever happens; in a closed loop a fixed number of clients borrows again and
 * again.
 */
public final class Borrowers {

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration MINIMUM = Duration.ofMillis(1);
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final Duration GRACE = Duration.ofSeconds(15);

    private final HikariDataSource pool;
    private final Consumer<? super Gauge> listener;
    private final Semaphore entrance;

    private Borrowers(HikariDataSource pool, Consumer<? super Gauge> listener, Semaphore entrance) {
        this.pool = pool;
        this.listener = listener;
        this.entrance = entrance;
    }

    /** Of this pool, which must be open. */
    public static Borrowers of(HikariDataSource pool) {
        return new Borrowers(Pools.open(pool), gauge -> {}, new Semaphore(Integer.MAX_VALUE));
    }

    /**
     * The same, but they wait in order in front of the pool: a fair semaphore admits as many as the
     * pool has connections. HikariCP itself does not keep its waiting threads in order.
     */
    public Borrowers inOrder() {
        return new Borrowers(pool, listener, new Semaphore(pool.getMaximumPoolSize(), true));
    }

    /** The same, and this listener receives the state of the pool 50 times a second. */
    public Borrowers telling(Consumer<? super Gauge> listener) {
        Require.given(listener, "listener", "live(show -> Borrowers.of(pool).telling(show)…)");
        return new Borrowers(pool, listener, entrance);
    }

    /**
     * Lets them arrive for this time; quick mode takes a third. Returns when the last one has
     * returned its connection or its call has timed out; an interrupt stops all of them.
     *
     * @param time 1 ms to 1 minute
     */
    public Borrowing come(Model model, Duration time, Use use) throws InterruptedException {
        Require.within(time, "time", MINIMUM, LONGEST, "ofSeconds(2)");
        Require.given(use, "use", "connection -> …");
        var arrivals =
                Arrivals.of(model, Pace.of(time, SHORTEST))
                        .withGrace(GRACE.plusMillis(pool.getConnectionTimeout()));
        return borrow(arrivals, use);
    }

    private Borrowing borrow(Arrivals arrivals, Use use) throws InterruptedException {
        int size = pool.getMaximumPoolSize();
        var waited = new Samples();
        var served = new ConcurrentHashMap<Thread, LongAdder>();
        Call call =
                arrival -> {
                    var mine = served.computeIfAbsent(Thread.currentThread(), t -> new LongAdder());
                    use(arrival, use);
                    waited.record(arrival.waited());
                    mine.increment();
                };
        try (var gauge = new GaugeReader(pool, listener)) {
            var load = arrivals.run("a pool of %d".formatted(size), call);
            return new Borrowing(
                    size, load, waited.latency(), gauge.gauge(), shares(load, served.values()));
        }
    }

    /** A client of a closed loop is one thread. */
    private static List<Long> shares(LoadResult load, Collection<LongAdder> served) {
        return load.model() instanceof Model.Closed
                ? served.stream().map(LongAdder::sum).toList()
                : List.of();
    }

    private void use(Arrival arrival, Use use) throws Exception {
        entrance.acquire();
        try (var connection = pool.getConnection()) {
            arrival.sent();
            use.with(connection);
        } finally {
            entrance.release();
        }
    }
}
