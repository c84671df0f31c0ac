package lab.exercise;

import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import lab.measure.CellCode;

/**
 * How long the threads of a check have been in the learner's code: each time somebody looks, frames
 * of a cell are on a thread's stack. Callbacks that run later, on a loop or a worker of the check's
 * own server, are seen as well, because such threads belong to the check's group.
 */
final class LearnersCode {

    /**
     * A thread that has not left the learner's code.
     *
     * @param time since it was first seen there
     * @param place where it is now, such as "Slices.run"
     */
    record Stay(Duration time, String place) {}

    private final ThreadGroup threads;
    private final LongSupplier clock;
    private Map<Thread, Long> since = new HashMap<>();

    LearnersCode(ThreadGroup threads, LongSupplier clock) {
        this.threads = threads;
        this.clock = clock;
    }

    /** Looks at all threads; the longest stay of one of them. */
    Optional<Stay> longest() {
        long now = clock.getAsLong();
        var seen = new HashMap<Thread, Long>();
        var stays = Stream.<Stay>builder();
        all().forEach(
                        thread ->
                                place(thread)
                                        .ifPresent(
                                                place -> {
                                                    long start = since.getOrDefault(thread, now);
                                                    seen.put(thread, start);
                                                    stays.add(stay(now - start, place));
                                                }));
        since = seen;
        return stays.build().max(Comparator.comparing(Stay::time));
    }

    private static Stay stay(long nanos, String place) {
        return new Stay(Duration.ofNanos(nanos), place);
    }

    private Stream<Thread> all() {
        var found = new Thread[2 * threads.activeCount() + 8];
        return Arrays.stream(found, 0, threads.enumerate(found));
    }

    private static Optional<String> place(Thread thread) {
        return Arrays.stream(thread.getStackTrace())
                .filter(CellCode::runs)
                .findFirst()
                .map(CellCode::place);
    }
}
