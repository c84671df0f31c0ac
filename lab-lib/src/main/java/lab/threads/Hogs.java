package lab.threads;

import static java.util.stream.Collectors.joining;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import jdk.management.VirtualThreadSchedulerMXBean;
import lab.measure.Comparison;
import lab.measure.Comparison.Bar;
import lab.measure.Measured;
import lab.measure.Require;
import lab.measure.Runaways;
import lab.measure.Steps;

/**
 * Threads that compute and never wait, as many as virtual threads have carriers, and how many of 50
 * new virtual threads still get a turn beside them within half a second. A platform thread is
 * interrupted by the operating system after its time slice. A virtual thread gives its carrier back
 * only when it waits.
 *
 * @param runs in the order in which they were measured
 * @param carriers how many virtual threads can run at the same time on this JVM
 */
public record Hogs(List<Run> runs, int carriers) implements Measured {

    private static final int NEWCOMERS = 50;
    private static final int MOST = 64;
    private static final Duration PATIENCE = Duration.ofMillis(500);

    /** No hog outlives this, whatever happens to the cell. */
    private static final Duration LONGEST = Duration.ofSeconds(5);

    /**
     * What happened beside one kind of hogs.
     *
     * @param hogs how many there were
     * @param started how many of the newcomers ran beside them
     * @param newcomers how many there were
     */
    public record Run(String name, int hogs, int started, int newcomers) {}

    public Hogs {
        runs = List.copyOf(runs);
    }

    /** Starts as many hogs as there are carriers, as threads of this kind. */
    public static Hogs of(String name, ThreadFactory threads) throws InterruptedException {
        return of(name, threads, carriersHere());
    }

    /**
     * Starts this number of hogs.
     *
     * @param hogs 0 to 64
     */
    public static Hogs of(String name, ThreadFactory threads, int hogs)
            throws InterruptedException {
        return new Hogs(List.of(), carriersHere()).and(name, threads, hogs);
    }

    /** And as many hogs as there are carriers, as threads of another kind. */
    public Hogs and(String name, ThreadFactory threads) throws InterruptedException {
        return and(name, threads, carriers);
    }

    /** And this number of hogs, as threads of another kind. */
    public Hogs and(String name, ThreadFactory threads, int hogs) throws InterruptedException {
        Require.given(name, "name", "\"virtual threads\"");
        Require.given(threads, "threads", "Thread.ofVirtual().factory()");
        Require.within(hogs, "hogs", 0, MOST, "2");
        Runaways.refuse();
        var more = new ArrayList<>(runs);
        try (var steps = Steps.one(name, PATIENCE)) {
            more.add(new Run(name, hogs, startedBeside(threads, hogs), NEWCOMERS));
        }
        return new Hogs(more, carriers);
    }

    private static int carriersHere() {
        return ManagementFactory.getPlatformMXBean(VirtualThreadSchedulerMXBean.class)
                .getParallelism();
    }

    private static int startedBeside(ThreadFactory threads, int hogs) throws InterruptedException {
        var herd = new Herd(threads, hogs);
        var started = new AtomicInteger();
        var all = new CountDownLatch(NEWCOMERS);
        try {
            herd.start();
            for (int i = 0; i < NEWCOMERS; i++) {
                Thread.ofVirtual()
                        .name("newcomer-", i)
                        .start(
                                () -> {
                                    started.incrementAndGet();
                                    all.countDown();
                                });
            }
            all.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return started.get();
        } finally {
            herd.stop();
        }
    }

    /** Threads that compute until they are stopped. */
    private static final class Herd {

        private final ThreadFactory threads;
        private final List<Thread> hogs = new ArrayList<>();
        private final CountDownLatch running;
        private final int size;
        private volatile boolean stopped;

        Herd(ThreadFactory threads, int size) {
            this.threads = threads;
            this.size = size;
            this.running = new CountDownLatch(size);
        }

        void start() throws InterruptedException {
            for (int i = 0; i < size; i++) {
                var hog = threads.newThread(this::compute);
                hogs.add(hog);
                hog.start();
            }
            running.await(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
        }

        private void compute() {
            running.countDown();
            long end = System.nanoTime() + LONGEST.toNanos();
            while (!stopped && System.nanoTime() < end) {
                Thread.onSpinWait();
            }
        }

        /** The next measurement must not begin beside the hogs of this one. */
        void stop() throws InterruptedException {
            stopped = true;
            for (var hog : hogs) {
                hog.join(LONGEST);
            }
        }
    }

    /** The run with this name. */
    public Run run(String name) {
        return Require.known(name, "kind of hogs", runs, Run::name);
    }

    @Override
    public Comparison shape() {
        return new Comparison(
                "Of %d new virtual threads, how many started".formatted(NEWCOMERS),
                "threads",
                runs.stream()
                        .map(run -> Bar.exact("beside " + run.name(), run.started()))
                        .toList());
    }

    @Override
    public String finding() {
        return runs.stream()
                .map(
                        run ->
                                "beside %s that compute (%d): %d of %d started"
                                        .formatted(
                                                run.name(),
                                                run.hogs(),
                                                run.started(),
                                                run.newcomers()))
                .collect(joining("; "));
    }

    @Override
    public String toString() {
        return finding();
    }
}
