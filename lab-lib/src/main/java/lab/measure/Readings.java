package lab.measure;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Reads something 50 times a second, in a thread of its own, until it is closed.
 *
 * @param <R> one reading
 */
public final class Readings<R> implements AutoCloseable {

    private static final Duration EVERY = Duration.ofMillis(20);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** A minute and a little more. */
    private static final int ENOUGH = 3_600;

    private final Function<Duration, R> read;
    private final Consumer<List<R>> listener;
    private final List<R> all = new CopyOnWriteArrayList<>();
    private final long start = System.nanoTime();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;

    /**
     * Starts to read.
     *
     * @param read makes one reading; gets the time since the start
     * @param listener receives all readings after each one
     */
    public Readings(String name, Function<Duration, R> read, Consumer<List<R>> listener) {
        this.read = read;
        this.listener = listener;
        thread = Thread.ofPlatform().daemon().name(name).start(this::readOn);
    }

    /** What was read so far. */
    public List<R> all() {
        return all;
    }

    private void readOn() {
        try {
            do {
                all.add(read.apply(Duration.ofNanos(System.nanoTime() - start)));
                listener.accept(all);
            } while (all.size() < ENOUGH && !closed.await(EVERY.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException unexpected) {
            Thread.currentThread().interrupt();
        }
    }

    /** Lets the last reading end: an interrupt could break what its listener writes to. */
    @Override
    public void close() {
        closed.countDown();
        try {
            thread.join(PATIENCE);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
