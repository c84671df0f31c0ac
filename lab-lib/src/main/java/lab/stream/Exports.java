package lab.stream;

import static java.util.stream.Collectors.joining;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import lab.measure.Dots;
import lab.measure.Dots.Row;
import lab.measure.LiveHeap;
import lab.measure.Measured;
import lab.measure.Millis;
import lab.measure.Require;
import lab.measure.Runaways;
import lab.measure.Steps;
import lab.measure.Table;
import lab.measure.Text;

/**
 * Rows on their way from a database to a client as lines of JSON: when the first one arrives, when
 * the last one, and what the server holds in memory meanwhile (C87). Each way runs three times: to
 * warm up, for the times, and for the memory, because looking at the memory takes time.
 *
 * @param runs in the order in which they were made
 */
public record Exports(List<Run> runs) implements Measured {

    /**
     * One way to export.
     *
     * @param rows how many lines arrived
     * @param first until the first whole line arrived
     * @param last until the last one arrived
     * @param held by how many bytes the live heap had grown when the first line had left, or the
     *     last one, whichever is more
     */
    public record Run(String name, long rows, Duration first, Duration last, long held) {}

    public Exports {
        runs = List.copyOf(runs);
    }

    /** Exports in this way; the client reads as fast as it can. */
    public static Exports of(HikariDataSource pool, String name, Export export) throws Exception {
        return new Exports(List.of()).and(pool, name, export);
    }

    /** And in another way. */
    public Exports and(HikariDataSource pool, String name, Export export) throws Exception {
        Require.given(pool, "pool", "db.pool(2)");
        Require.given(export, "export", "(connection, client) -> …");
        Require.unused(name, "way to export", runs, Run::name);
        Runaways.refuse();
        var more = new ArrayList<>(runs);
        try (var steps = Steps.of(3)) {
            steps.next(name + ", to warm up");
            timed(name, pool, export);
            steps.next(name);
            pool.getHikariPoolMXBean().softEvictConnections();
            var timed = timed(name, pool, export);
            steps.next(name + ", its memory");
            long held = held(name, pool, export);
            more.add(new Run(name, timed.lines(), timed.first(), timed.last(), held));
        }
        return new Exports(more);
    }

    private static Received timed(String name, HikariDataSource pool, Export export)
            throws Exception {
        try (var exporter = new Exporter(pool, export)) {
            return received(name, exporter);
        }
    }

    private static long held(String name, HikariDataSource pool, Export export) throws Exception {
        // A session may keep the result of its last query: new sessions have none.
        pool.getHikariPoolMXBean().softEvictConnections();
        var most = new AtomicLong();
        long before = LiveHeap.settled();
        try (var exporter =
                new Exporter(
                        pool,
                        export,
                        () -> most.accumulateAndGet(LiveHeap.bytes(), Math::max),
                        () -> most.accumulateAndGet(LiveHeap.bytes(), Math::max))) {
            received(name, exporter);
        }
        return Math.max(0, most.get() - before);
    }

    private static Received received(String name, Exporter exporter) throws Exception {
        try {
            return Received.from(exporter.address());
        } catch (IOException broken) {
            throw new IllegalStateException(
                    "\"%s\" failed: %s"
                            .formatted(
                                    name,
                                    exporter.failure()
                                            .map(Throwable::toString)
                                            .orElse("" + broken)),
                    broken);
        }
    }

    /** The run with this name. */
    public Run run(String name) {
        return Require.known(name, "way to export", runs, Run::name);
    }

    @Override
    public Dots shape() {
        return new Dots(
                "When the rows arrive",
                "ms",
                List.of("first row", "last row"),
                runs.stream()
                        .map(
                                run ->
                                        new Row(
                                                run.name(),
                                                List.of(
                                                        Millis.of(run.first()),
                                                        Millis.of(run.last()))))
                        .toList());
    }

    @Override
    public Optional<Table> table() {
        return Optional.of(
                new Table(
                        List.of("way", "rows", "first row", "last row", "held in memory"),
                        runs.stream()
                                .map(
                                        run ->
                                                List.of(
                                                        run.name(),
                                                        "%,d".formatted(run.rows()),
                                                        Text.of(run.first()),
                                                        Text.of(run.last()),
                                                        Text.megabytes(run.held())))
                                .toList()));
    }

    @Override
    public String finding() {
        return runs.stream()
                .map(
                        run ->
                                "%s: the first of %,d rows after %s, %s in memory"
                                        .formatted(
                                                run.name(),
                                                run.rows(),
                                                Text.of(run.first()),
                                                Text.megabytes(run.held())))
                .collect(joining("; "));
    }

    @Override
    public String toString() {
        return finding();
    }
}
