package lab.measure;

import static java.util.stream.Collectors.toSet;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Threads that an earlier cell left behind and that still burn a core: a measurement beside them
 * measures them as well. A virtual thread is not seen, because Java does not report its CPU time;
 * {@link ThreadTimes} counts it, without a name.
 */
public final class Runaways {

    private static final Duration GLANCE = Duration.ofMillis(50);

    /** Where many threads share a CPU, each runs so rarely that a glance may miss it. */
    private static final int LONG_LOOK = 4;

    private static final double BURNING = 0.15;

    private Runaways() {}

    /**
     * One sentence for each runaway, with its name, its place and the way out; takes 50 ms, or 200
     * ms when in doubt.
     */
    public static List<String> find() {
        try {
            return look();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    private static List<String> look() throws InterruptedException {
        var before = ThreadTimes.now();
        Thread.sleep(GLANCE);
        var burning = ThreadTimes.now().above(BURNING, before);
        var wanting = wanting();
        wanting.removeAll(burning);
        for (int glance = 1; glance < LONG_LOOK && !wanting.isEmpty(); glance++) {
            Thread.sleep(GLANCE);
            wanting.retainAll(wanting());
        }
        wanting.addAll(burning);
        return sentences(wanting);
    }

    /** Threads of cells that would run if they got a CPU, even if they rarely get one. */
    private static Set<Long> wanting() {
        return Arrays.stream(ManagementFactory.getThreadMXBean().dumpAllThreads(false, false))
                .filter(thread -> thread.getThreadState() == Thread.State.RUNNABLE)
                .filter(thread -> !thread.isInNative())
                .filter(thread -> thread.getThreadId() != Thread.currentThread().threadId())
                .filter(thread -> placeInCell(thread).isPresent())
                .map(ThreadInfo::getThreadId)
                .collect(toSet());
    }

    private static List<String> sentences(Set<Long> threads) {
        var ids = threads.stream().mapToLong(Long::longValue).toArray();
        var found = ManagementFactory.getThreadMXBean().getThreadInfo(ids, Integer.MAX_VALUE);
        return Arrays.stream(found)
                .filter(Objects::nonNull)
                .flatMap(thread -> sentence(thread).stream())
                .toList();
    }

    /**
     * Refuses to measure beside a runaway.
     *
     * @throws IllegalStateException naming each thread that still burns a core
     */
    public static void refuse() {
        var runaways = find();
        if (!runaways.isEmpty()) {
            throw new IllegalStateException(String.join("\n", runaways));
        }
    }

    private static Optional<String> sentence(ThreadInfo thread) {
        return placeInCell(thread)
                .map(
                        frame ->
                                ("a thread from an earlier cell is still burning a core (%s, at"
                                                + " %s): restart the kernel (Kernel > Restart)")
                                        .formatted(thread.getThreadName(), CellCode.place(frame)));
    }

    private static Optional<StackTraceElement> placeInCell(ThreadInfo thread) {
        return Arrays.stream(thread.getStackTrace()).filter(CellCode::runs).findFirst();
    }
}
