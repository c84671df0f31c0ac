package lab.load;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Load that runs while something else happens. */
public final class Running implements AutoCloseable {

    private static final Duration RUN_UP = Duration.ofMillis(5);
    private static final Duration GRACE = Duration.ofSeconds(1);

    private final Requests requests;
    private final Model model;
    private final Duration time;
    private final ExecutorService clients =
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("load-", 0).factory());
    private final long start = System.nanoTime() + RUN_UP.toNanos();
    private final Thread arrivals;
    private volatile boolean stopped;

    private Running(Requests requests, Model model, Duration time) {
        this.requests = requests;
        this.model = model;
        this.time = time;
        // A platform thread: its timer must not queue behind the clients' virtual threads.
        this.arrivals = Thread.ofPlatform().name("load-arrivals").daemon().start(this::arrive);
    }

    /** Warms up on a virtual thread, because there an interrupt ends a wait for an answer. */
    static Running start(Requests requests, Model model, Duration time)
            throws IOException, InterruptedException {
        var warm = new FutureTask<Void>(requests::warmUp);
        var thread = Thread.ofVirtual().name("load-warm-up").start(warm);
        try {
            warm.get();
        } catch (InterruptedException stop) {
            thread.interrupt();
            requests.close();
            throw stop;
        } catch (ExecutionException e) {
            requests.close();
            throw e.getCause() instanceof IOException down ? down : new IOException(e.getCause());
        }
        return new Running(requests, model, time);
    }

    /**
     * Waits until the time is over and every request was answered or given up, and returns what the
     * clients lived through. An interrupt stops the load at once.
     */
    public LoadResult join() throws InterruptedException {
        try {
            arrivals.join();
            clients.shutdown();
            var patience = requests.patience().plus(GRACE);
            clients.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            close();
        }
        long end = requests.tally().lastAnswer(start + time.toNanos());
        return requests.tally().result(requests.target(), model, Duration.ofNanos(end - start));
    }

    /** Stops at once, if it still runs, and closes every connection. */
    @Override
    public void close() {
        stopped = true;
        LockSupport.unpark(arrivals);
        requests.close();
        clients.shutdownNow();
        try {
            arrivals.join();
            clients.awaitTermination(GRACE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    boolean isEnded() {
        return clients.isTerminated() && !arrivals.isAlive();
    }

    private void arrive() {
        switch (model) {
            case Model.Open open -> arrive(open.perSecond());
            case Model.Closed closed -> {
                waitUntil(start);
                for (int i = 0; i < closed.clients() && !stopped; i++) {
                    begin(() -> requests.client(this::isOn));
                }
                waitUntil(start + time.toNanos());
            }
        }
    }

    private void arrive(double perSecond) {
        long count = Math.max(1, Math.round(perSecond * time.toNanos() / 1e9));
        for (long i = 0; i < count; i++) {
            long due = start + (long) (i * 1e9 / perSecond);
            waitUntil(due);
            if (stopped) {
                return;
            }
            requests.tally().late(System.nanoTime() - due);
            begin(() -> requests.request(due));
        }
    }

    private void begin(Runnable work) {
        try {
            clients.execute(work);
        } catch (RejectedExecutionException closedMeanwhile) {
            stopped = true;
        }
    }

    private boolean isOn() {
        return !stopped && System.nanoTime() < start + time.toNanos();
    }

    private void waitUntil(long due) {
        for (long left = due - System.nanoTime(); left > 0 && !stopped; ) {
            LockSupport.parkNanos(left);
            left = due - System.nanoTime();
        }
    }
}
