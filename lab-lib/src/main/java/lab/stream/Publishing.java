package lab.stream;

import static java.util.stream.Collectors.joining;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.SubmissionPublisher;
import lab.measure.Dots;
import lab.measure.Dots.Row;
import lab.measure.Measured;
import lab.measure.Require;
import lab.measure.Steps;
import lab.measure.Table;
import lab.measure.Text;

/**
 * A fast publisher and a slow subscriber in one JVM: where the items are that were published and
 * not yet processed.
 *
 * @param runs in the order in which they were made
 */
public record Publishing(List<Run> runs) implements Measured {

    private static final int ITEMS = 200;
    private static final int BUFFER = 16;
    private static final Duration EACH = Duration.ofMillis(2);

    /** A way to hand one item to the publisher. */
    @FunctionalInterface
    public interface Way {
        void publish(SubmissionPublisher<Integer> publisher, int item) throws Exception;
    }

    /**
     * One way.
     *
     * @param buffer the publisher's limit for each subscriber
     * @param items how many were to be published
     * @param delivered how many the subscriber has processed in the end
     * @param waiting how many were published and not processed, at most
     * @param took until the publisher had handed over the last one
     */
    public record Run(
            String name, int buffer, int items, int delivered, int waiting, Duration took) {

        /** How many were lost. */
        public int dropped() {
            return Math.max(0, items - delivered);
        }
    }

    public Publishing {
        runs = List.copyOf(runs);
    }

    /** Publishes 200 items in this way, with room for 16; the subscriber needs 2 ms for each. */
    public static Publishing of(String name, Way way) throws Exception {
        return new Publishing(List.of()).and(name, way);
    }

    /** And in another way. */
    public Publishing and(String name, Way way) throws Exception {
        return and(name, BUFFER, way);
    }

    /**
     * And in another way with another limit.
     *
     * @param buffer how many items may wait, 1 or more; the publisher rounds up to a power of two
     */
    public Publishing and(String name, int buffer, Way way) throws Exception {
        Require.given(way, "way", "(publisher, item) -> publisher.submit(item)");
        Require.that(buffer >= 1, "buffer must be at least 1, was %d; try 16", buffer);
        Require.unused(name, "way", runs, Run::name);
        var more = new ArrayList<>(runs);
        try (var steps = Steps.one(name, EACH.multipliedBy(ITEMS))) {
            more.add(run(name, buffer, way));
        }
        return new Publishing(more);
    }

    private static Run run(String name, int buffer, Way way) throws Exception {
        var subscriber = new SlowSubscriber(EACH);
        try (var executor = Executors.newSingleThreadExecutor()) {
            var publisher = new SubmissionPublisher<Integer>(executor, buffer);
            publisher.subscribe(subscriber);
            try {
                var took = publishAll(publisher, subscriber, way);
                publisher.close();
                subscriber.awaitEnd();
                return new Run(
                        name,
                        publisher.getMaxBufferCapacity(),
                        ITEMS,
                        subscriber.delivered(),
                        subscriber.waiting(),
                        took);
            } finally {
                // Frees a publisher that waits for room; close() would wait behind it.
                subscriber.stop();
                executor.shutdownNow();
            }
        }
    }

    private static Duration publishAll(
            SubmissionPublisher<Integer> publisher, SlowSubscriber subscriber, Way way)
            throws Exception {
        long start = System.nanoTime();
        for (int item = 0; item < ITEMS; item++) {
            way.publish(publisher, item);
            subscriber.note(publisher.estimateMaximumLag());
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** The run with this name. */
    public Run run(String name) {
        return Require.known(name, "way to publish", runs, Run::name);
    }

    @Override
    public Dots shape() {
        return new Dots(
                "%d items for a slow subscriber".formatted(ITEMS),
                "items",
                List.of("waiting at most", "dropped"),
                runs.stream()
                        .map(
                                run ->
                                        new Row(
                                                run.name(),
                                                List.of(
                                                        (double) run.waiting(),
                                                        (double) run.dropped())))
                        .toList());
    }

    @Override
    public Optional<Table> table() {
        return Optional.of(
                new Table(
                        List.of("way", "room for", "waiting at most", "dropped", "publisher took"),
                        runs.stream().map(Publishing::cells).toList()));
    }

    private static List<String> cells(Run run) {
        return List.of(
                run.name(),
                "%,d".formatted(run.buffer()),
                "" + run.waiting(),
                "" + run.dropped(),
                Text.of(run.took()));
    }

    @Override
    public String finding() {
        return runs.stream()
                .map(
                        run ->
                                "%s: %d of %d dropped, %d waiting at most, published in %s"
                                        .formatted(
                                                run.name(),
                                                run.dropped(),
                                                run.items(),
                                                run.waiting(),
                                                Text.of(run.took())))
                .collect(joining("; "));
    }

    @Override
    public String toString() {
        return finding();
    }
}
