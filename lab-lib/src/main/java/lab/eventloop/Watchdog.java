package lab.eventloop;

import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import lab.measure.Comparison;
import lab.measure.Comparison.Bar;
import lab.measure.Measured;
import lab.measure.Text;

/**
 * What Vert.x's own blocked-thread checker says of stalls: it looks from another thread, so it sees
 * what a probe on the loop sleeps through (C10). Here it warns of turns over one second.
 *
 * @param warnings how many warnings came, by how long the loop was blocked
 */
public record Watchdog(SequencedMap<Duration, Integer> warnings) implements Measured {

    /** A turn longer than this is warned of. */
    public static final Duration LIMIT = Duration.ofSeconds(1);

    private static final Duration LOOKS_EVERY = Duration.ofMillis(100);

    // The logger that Vert.x uses; held here because a weakly held one would lose its handler.
    private static final Logger CHECKER =
            Logger.getLogger("io.vertx.core.impl.BlockedThreadChecker");

    public Watchdog {
        warnings = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(warnings));
    }

    /** Blocks a loop for each of these times, one after the other, and counts the warnings. */
    public static Watchdog over(Duration... stalls) {
        var warnings = new LinkedHashMap<Duration, Integer>();
        for (var stall : stalls) {
            warnings.put(stall, warningsDuring(stall));
        }
        return new Watchdog(warnings);
    }

    private static int warningsDuring(Duration stall) {
        var count = new Count();
        boolean printed = CHECKER.getUseParentHandlers();
        CHECKER.setUseParentHandlers(false);
        CHECKER.addHandler(count);
        try {
            blockALoop(stall);
            return count.warnings.get();
        } finally {
            CHECKER.removeHandler(count);
            CHECKER.setUseParentHandlers(printed);
        }
    }

    private static void blockALoop(Duration stall) {
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
                    turn -> {
                        Work.spin(stall);
                        done.complete();
                    });
            Patience.await(done.future());
        } finally {
            Patience.await(vertx.close());
        }
    }

    private static final class Count extends Handler {
        private final AtomicInteger warnings = new AtomicInteger();

        @Override
        public void publish(LogRecord record) {
            warnings.incrementAndGet();
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    @Override
    public Comparison shape() {
        var bars =
                warnings.entrySet().stream()
                        .map(one -> Bar.exact("blocked " + Text.of(one.getKey()), one.getValue()))
                        .toList();
        return new Comparison("Warnings of Vert.x's blocked-thread checker", "warnings", bars);
    }

    @Override
    public String finding() {
        return warnings.entrySet().stream()
                .map(
                        one ->
                                "blocked %s: %d warnings"
                                        .formatted(Text.of(one.getKey()), one.getValue()))
                .collect(Collectors.joining("; "));
    }

    @Override
    public String toString() {
        return finding();
    }
}
