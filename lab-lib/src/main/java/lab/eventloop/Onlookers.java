package lab.eventloop;

import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import lab.measure.Comparison;
import lab.measure.Comparison.Bar;
import lab.measure.Measured;
import lab.measure.Require;
import lab.measure.Steps;
import lab.measure.Text;
import lab.server.Patience;
import lab.server.Work;

/**
 * What other threads can see of a stall of the event loop. Vert.x's own blocked-thread checker sees
 * what a probe on the blocked loop cannot; here it warns when a handler takes more than one second.
 * An observer of marks sees what the code marks, and nothing else (C13).
 *
 * @param warnings how many warnings of the checker came, by how long the loop was blocked
 * @param unmarked how many entries the observer received during all these stalls
 * @param marked how many it received during one short stall that the code marked
 */
public record Onlookers(SequencedMap<Duration, Integer> warnings, int unmarked, int marked)
        implements Measured {

    /** The checker warns when a handler takes longer than this. */
    private static final Duration LIMIT = Duration.ofSeconds(1);

    private static final Duration LOOKS_EVERY = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final Duration SHORT = Duration.ofMillis(100);

    public Onlookers {
        warnings = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(warnings));
    }

    /**
     * Blocks an event loop for each of these times, one after the other, and then for a short time
     * with a mark.
     *
     * @param stalls above 0, at most 10 seconds each
     */
    public static Onlookers of(Duration... stalls) {
        for (var stall : Require.allGiven(stalls, "stall", "ofMillis(1_500)")) {
            Require.that(
                    stall.isPositive() && stall.compareTo(LONGEST) <= 0,
                    "stall must be above 0 and at most 10 seconds, was %s; try ofMillis(1_500)",
                    stall);
        }
        var warnings = new LinkedHashMap<Duration, Integer>();
        try (var steps = Steps.of(stalls.length + 1);
                var unmarked = new Marks()) {
            for (var stall : stalls) {
                steps.next("blocked for " + Text.of(stall));
                warnings.put(stall, warningsDuring(stall));
            }
            steps.next("a stall with a mark");
            return new Onlookers(warnings, unmarked.heard(), entriesOfAMarkedStall());
        }
    }

    private static int warningsDuring(Duration stall) {
        try (var watchdog = new Watchdog()) {
            block(() -> Work.spin(stall));
            return watchdog.warnings();
        }
    }

    private static int entriesOfAMarkedStall() {
        try (var observer = new Marks()) {
            block(() -> Marks.measure(() -> Work.spin(SHORT)));
            return observer.heard();
        }
    }

    private static void block(Runnable work) {
        var vertx =
                Vertx.vertx(
                        new VertxOptions()
                                .setEventLoopPoolSize(1)
                                .setBlockedThreadCheckInterval(LOOKS_EVERY.toNanos())
                                .setBlockedThreadCheckIntervalUnit(TimeUnit.NANOSECONDS)
                                .setMaxEventLoopExecuteTime(LIMIT.toNanos()));
        try {
            Patience.await(vertx.<Void>executeBlocking(() -> null));
            var done = Promise.<Void>promise();
            vertx.runOnContext(
                    next -> {
                        work.run();
                        done.complete();
                    });
            Patience.await(done.future());
        } finally {
            Patience.await(vertx.close());
        }
    }

    @Override
    public Comparison shape() {
        var bars =
                warnings.entrySet().stream()
                        .map(one -> Bar.exact("blocked " + Text.of(one.getKey()), one.getValue()))
                        .toList();
        return new Comparison("Warnings of Vert.x's blocked-thread checker", "warnings", bars);
    }

    /** The warnings in words, one part for each stall. */
    public String warningsInWords() {
        return warnings.entrySet().stream()
                .map(
                        one ->
                                "blocked %s: %d warnings"
                                        .formatted(Text.of(one.getKey()), one.getValue()))
                .collect(Collectors.joining(", "));
    }

    @Override
    public String finding() {
        return "%s; the observer of marks received %d entries, and %d for the stall with a mark"
                .formatted(warningsInWords(), unmarked, marked);
    }

    @Override
    public String toString() {
        return finding();
    }
}
