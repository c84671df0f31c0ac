package lab.measure;

import java.time.Duration;
import java.util.Arrays;

/**
 * How long a piece of work holds its thread: the first time, while the JIT compiler has not seen it
 * yet, and once it is warm.
 *
 * @param name the work
 * @param first the first call of this measurement; in a kernel that has done the work before, it is
 *     warm already
 * @param warm the median of the later calls
 */
public record Cost(String name, Duration first, Duration warm) {

    private static final int LATER_CALLS = 5;

    /** Measures a piece of work in six calls. */
    public static Cost of(String name, Task work) throws Exception {
        var first = time(work);
        var later = new Duration[LATER_CALLS];
        for (int i = 0; i < LATER_CALLS; i++) {
            later[i] = time(work);
        }
        Arrays.sort(later);
        return new Cost(name, first, later[LATER_CALLS / 2]);
    }

    private static Duration time(Task work) throws Exception {
        long start = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
