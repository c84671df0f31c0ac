package lab.course.streaming;

import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import lab.measure.CellCode;

/** Looks again and again whether a thread waits while it is in code of a cell. */
final class LoopWaits implements AutoCloseable {

    private static final int EVERY_MILLIS = 5;
    private static final Set<Thread.State> WAITING =
            Set.of(Thread.State.WAITING, Thread.State.TIMED_WAITING, Thread.State.BLOCKED);

    private final AtomicInteger seen = new AtomicInteger();
    private final Thread watcher =
            Thread.ofPlatform().daemon().name("watcher").unstarted(this::look);
    private volatile Thread loop;

    /** Watches this thread from now on. */
    void watch(Thread thread) {
        if (loop == null) {
            loop = thread;
            watcher.start();
        }
    }

    private void look() {
        try {
            while (true) {
                Thread.sleep(EVERY_MILLIS);
                if (WAITING.contains(loop.getState())
                        && Arrays.stream(loop.getStackTrace()).anyMatch(CellCode::runs)) {
                    seen.incrementAndGet();
                }
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    /** How often it was seen. */
    int seen() {
        return seen.get();
    }

    @Override
    public void close() {
        watcher.interrupt();
    }
}
