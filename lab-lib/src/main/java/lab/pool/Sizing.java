package lab.pool;

import com.zaxxer.hikari.HikariConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import lab.database.Database;
import lab.load.Model;
import lab.measure.Measured;
import lab.measure.Millis;
import lab.measure.Require;
import lab.measure.Steps;
import lab.measure.Sweep;
import lab.measure.Sweep.Line;
import lab.measure.Sweep.Point;
import lab.measure.Text;

/**
 * The same load on pools of several sizes.
 *
 * @param steps what happened, by ascending size
 */
public record Sizing(List<Borrowing> steps) implements Measured {

    /** A size is enough when it serves at least this share of the best. */
    private static final double ENOUGH = 0.9;

    private static final String NO_SIZES = "sizes must not be empty; try 1, 2, 4, 8";
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    public Sizing {
        steps = steps.stream().sorted(Comparator.comparingInt(Borrowing::size)).toList();
        Require.that(!steps.isEmpty(), NO_SIZES);
    }

    /** A load, on a database, in which each request does this. */
    public record Trial(Database database, Model model, Use use) {

        /** Opens a pool of each size, lets it fill, and loads it for this time. */
        public Sizing of(Duration each, int... sizes) throws InterruptedException {
            Require.given(sizes, "sizes", "of(ofSeconds(1), 1, 2, 4, 8)");
            for (int size : sizes) {
                Require.within(size, "pool size", 1, 64, "4");
            }
            Require.that(sizes.length > 0, NO_SIZES);
            try (var steps = Steps.of(sizes.length, each)) {
                var all = new ArrayList<Borrowing>();
                for (int size : sizes) {
                    steps.next("pool of " + size);
                    all.add(at(size, each));
                }
                return new Sizing(all);
            }
        }

        private Borrowing at(int size, Duration each) throws InterruptedException {
            try (var pool = database.pool(config(size))) {
                Pools.awaitIdle(pool, size);
                return Borrowers.of(pool).come(model, each, use);
            }
        }

        private static HikariConfig config(int size) {
            var config = new HikariConfig();
            config.setPoolName("size " + size);
            config.setMaximumPoolSize(size);
            config.setConnectionTimeout(PATIENCE.toMillis());
            return config;
        }
    }

    /** Plans a sweep over sizes with the same load. */
    public static Trial sweep(Database database, Model model, Use use) {
        Require.given(database, "database", "Database.server().behind(ofMillis(10))");
        Require.given(model, "model", "open(100)");
        Require.given(use, "use", "connection -> …");
        return new Trial(database, model, use);
    }

    /** The step with this pool size. */
    public Borrowing at(int size) {
        return Require.known(size, "pool of", steps, Borrowing::size);
    }

    /** The smallest size that serves nine tenths of what the best one serves. */
    public int knee() {
        double best = steps.stream().mapToDouble(Borrowing::perSecond).max().orElseThrow();
        return steps.stream()
                .filter(step -> step.perSecond() >= ENOUGH * best)
                .findFirst()
                .orElseThrow()
                .size();
    }

    /** How many connections are in use at once where no request waits, by Little's law. */
    public double predicted() {
        return steps.getLast().inUse();
    }

    @Override
    public List<String> caveats() {
        return steps.stream().flatMap(Sizing::caveats).toList();
    }

    private static Stream<String> caveats(Borrowing step) {
        return step.caveats().stream()
                .map(caveat -> "pool of %d: %s".formatted(step.size(), caveat));
    }

    @Override
    public Sweep shape() {
        return sweep(
                "What pools of different sizes serve",
                "served, a second",
                List.of(line("served", Borrowing::perSecond)));
    }

    /** The same runs by the response time of a request, in milliseconds. */
    public Measured waiting() {
        var shape =
                sweep(
                        "Response time, with the wait for a connection",
                        "ms",
                        List.of(
                                line("p50", step -> Millis.of(step.response().p50())),
                                line("p99", step -> Millis.of(step.response().p99())),
                                line("p50 at the database", step -> Millis.of(step.held().p50()))));
        return Measured.of(shape, waitingInWords());
    }

    private Sweep sweep(String title, String up, List<Line> lines) {
        return new Sweep(title, "connections in the pool", up, lines)
                .withKnee(knee(), knee() + " connections");
    }

    private Line line(String name, ToDoubleFunction<Borrowing> of) {
        return new Line(
                name,
                steps.stream()
                        .map(step -> new Point(step.size(), of.applyAsDouble(step)))
                        .toList());
    }

    @Override
    public String finding() {
        return "%d connections serve %s a second, more serve at most %s; Little's law says %s"
                .formatted(
                        knee(),
                        Text.of(at(knee()).perSecond()),
                        Text.of(
                                steps.stream()
                                        .mapToDouble(Borrowing::perSecond)
                                        .max()
                                        .orElseThrow()),
                        Text.of(predicted()));
    }

    private String waitingInWords() {
        var first = steps.getFirst();
        var last = steps.getLast();
        return "pool of %d: p50 %s, p99 %s; pool of %d: p50 %s, p99 %s"
                .formatted(
                        first.size(),
                        Text.of(first.response().p50()),
                        Text.of(first.response().p99()),
                        last.size(),
                        Text.of(last.response().p50()),
                        Text.of(last.response().p99()));
    }

    @Override
    public String toString() {
        return finding();
    }
}
