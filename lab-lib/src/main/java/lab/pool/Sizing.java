package lab.pool;

import com.zaxxer.hikari.HikariConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import lab.database.Database;
import lab.load.Model;
import lab.measure.Measured;
import lab.measure.Millis;
import lab.measure.Require;
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

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    public Sizing {
        steps = List.copyOf(steps);
        Require.that(!steps.isEmpty(), "sizes must not be empty; try 1, 2, 4, 8");
    }

    /** A load, and who bears it. */
    public record Trial(Database database, Model model, Use use) {

        /** Opens a pool of each size in turn, lets it fill, and loads it for this long. */
        public Sizing of(Duration each, int... sizes) throws InterruptedException {
            Require.given(sizes, "sizes", "of(ofSeconds(1), 1, 2, 4, 8)");
            var steps = new ArrayList<Borrowing>();
            for (int size : sizes) {
                Require.that(
                        size >= 1 && size <= 64, "pool size must be 1 to 64, was %d; try 4", size);
                try (var pool = database.pool(config(size))) {
                    Pools.awaitIdle(pool, size);
                    steps.add(Borrowers.of(pool).come(model, each, use));
                }
            }
            return new Sizing(steps);
        }

        private static HikariConfig config(int size) {
            var config = new HikariConfig();
            config.setPoolName("size " + size);
            config.setMaximumPoolSize(size);
            config.setConnectionTimeout(PATIENCE.toMillis());
            return config;
        }
    }

    /** Plans a sweep over sizes: a load, on a database, in which each does this. */
    public static Trial sweep(Database database, Model model, Use use) {
        Require.given(database, "database", "Database.server().behind(ofMillis(10))");
        Require.given(model, "model", "open(100)");
        Require.given(use, "use", "connection -> …");
        return new Trial(database, model, use);
    }

    /** The step with this pool size. */
    public Borrowing at(int size) {
        return steps.stream()
                .filter(step -> step.size() == size)
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "no pool of %d here; there are %s"
                                                .formatted(
                                                        size,
                                                        steps.stream()
                                                                .map(Borrowing::size)
                                                                .toList())));
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

    /** How many connections are in use at once where nobody waits, by Little's law. */
    public double predicted() {
        return steps.getLast().inUse();
    }

    @Override
    public Sweep shape() {
        return sweep(
                "What pools of different sizes serve",
                "served, a second",
                List.of(line("served", Borrowing::perSecond)));
    }

    /** The same runs by what people wait, in milliseconds. */
    public Measured waiting() {
        var shape =
                sweep(
                        "What people wait, until they are done",
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
