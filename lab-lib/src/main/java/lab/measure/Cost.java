package lab.measure;

import java.time.Duration;
import java.util.ArrayList;

/**
 * How long a piece of work blocks its thread: the first time, before the JIT compiler has compiled
 * it, and when it is warm.
 *
 * @param name the work
 * @param first the first call of this measurement; if this JVM has done the work before, it is
 *     already warm
 * @param warm the median of the later half of the other calls
 */
public record Cost(String name, Duration first, Duration warm) {

    private static final int FEWEST = 5;
    private static final int MOST = 2_000;
    private static final Duration WARMING = Duration.ofMillis(400);

    /** Measures a piece of work: six calls; short work gets more calls until it is warm. */
    public static Cost of(String name, Task work) throws Exception {
        Require.given(work, "work", "() -> first()");
        try (var steps = Steps.one(name, Duration.ZERO)) {
            return measure(name, work);
        }
    }

    private static Cost measure(String name, Task work) throws Exception {
        var first = time(work);
        var later = new ArrayList<Duration>();
        long end = System.nanoTime() + WARMING.toNanos();
        while (later.size() < FEWEST || later.size() < MOST && System.nanoTime() < end) {
            later.add(time(work));
        }
        return new Cost(name, first, Median.of(later.subList(later.size() / 2, later.size())));
    }

    private static Duration time(Task work) throws Exception {
        long start = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
