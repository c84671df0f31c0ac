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
 * Threads that an earlier cell left behind and that still keep a CPU busy: a measurement would
 * measure them as well. This does not find virtual threads, because Java does not report their CPU
 * time; {@link ThreadTimes} counts them, without names.
 */
public final class Runaways {

    private static final Duration GLANCE = Duration.ofMillis(50);

    /** If many threads share a CPU, each runs so rarely that a short look may miss it. */
    private static final int LONG_LOOK = 4;

    private static final double BURNING = 0.15;

    private Runaways() {}

    /**
     * One sentence for each runaway: its name, its place and how to end it. Takes 50 ms, or 200 ms
     * in doubtful cases.
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
     * Refuses to measure while a runaway runs.
     *
     * @throws IllegalStateException naming each thread that still keeps a CPU busy
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
