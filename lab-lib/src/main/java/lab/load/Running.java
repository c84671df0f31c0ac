package lab.load;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import lab.load.Arrivals.Plan;

/** Load that runs while something else happens. */
public final class Running implements AutoCloseable {

    private static final Duration RUN_UP = Duration.ofMillis(5);
    private static final Duration AFTER_FAILURE = Duration.ofMillis(10);
    private static final Duration UNTIL_STOPPED = Duration.ofSeconds(1);

    private final Plan plan;
    private final Call call;
    private final Tally tally = new Tally();
    private final ExecutorService clients;
    private final long start = System.nanoTime() + RUN_UP.toNanos();
    private final Thread arrivals;
    private volatile boolean stopped;

    Running(Plan plan, Call call) {
        this.plan = plan;
        this.call = call;
        this.clients = Executors.newThreadPerTaskExecutor(threads(plan.model()));
        // A platform thread: its timer must not queue behind the clients' virtual threads.
        this.arrivals = Thread.ofPlatform().name("load-arrivals").daemon().start(this::arrive);
    }

    /** The few clients of a closed loop leave the virtual threads' carriers to what they call. */
    private static ThreadFactory threads(Model model) {
        return switch (model) {
            case Model.Closed closed when !closed.onVirtualThreads() ->
                    Thread.ofPlatform().daemon().name("load-", 0).factory();
            case Model.Open _, Model.Closed _ -> Thread.ofVirtual().name("load-", 0).factory();
        };
    }

    /**
     * Waits until the time is over and every call has ended or its grace is over, and returns what
     * the clients experienced. An interrupt stops the load at once.
     */
    public LoadResult join() throws InterruptedException {
        try {
            arrivals.join();
            clients.shutdown();
            clients.awaitTermination(plan.grace().toNanos(), TimeUnit.NANOSECONDS);
        } finally {
            close();
        }
        return tally.result(plan, start);
    }

    /** Stops at once, if it still runs. */
    @Override
    public void close() {
        stopped = true;
        LockSupport.unpark(arrivals);
        call.close();
        clients.shutdownNow();
        try {
            arrivals.join();
            clients.awaitTermination(UNTIL_STOPPED.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    boolean isEnded() {
        return clients.isTerminated() && !arrivals.isAlive();
    }

    private void arrive() {
        switch (plan.model()) {
            case Model.Open open -> arrive(open);
            case Model.Closed closed -> {
                waitUntil(start);
                for (int i = 0; i < closed.clients() && !stopped; i++) {
                    begin(this::client);
                }
                waitUntil(start + plan.time().toNanos());
            }
        }
    }

    private void arrive(Model.Open open) {
        var offsets = open.due(plan.time()).iterator();
        while (offsets.hasNext() && !stopped) {
            long due = start + offsets.nextLong();
            waitUntil(due);
            if (!stopped) {
                tally.began();
                tally.late(System.nanoTime() - due);
                begin(() -> call(due));
            }
        }
    }

    private void begin(Runnable work) {
        try {
            clients.execute(work);
        } catch (RejectedExecutionException closedMeanwhile) {
            stopped = true;
        }
    }

    /** One client of a closed loop. */
    private void client() {
        boolean goesOn = true;
        while (goesOn && isOn()) {
            tally.began();
            goesOn = call(System.nanoTime()) || pause();
        }
    }

    private boolean isOn() {
        return !stopped && System.nanoTime() < start + plan.time().toNanos();
    }

    /** A server that refuses at once must not be called a million times. */
    private static boolean pause() {
        try {
            Thread.sleep(AFTER_FAILURE);
            return true;
        } catch (InterruptedException stop) {
            return false;
        }
    }

    /** One call; true if it succeeded. What fails because the run ends was not answered in time. */
    private boolean call(long due) {
        var arrival = new Arrival(due);
        try {
            call.run(arrival);
            tally.answered(arrival);
            return true;
        } catch (Exception | Error failure) {
            if (!stopped) {
                tally.failed(failure);
            }
            if (failure instanceof Error broken) {
                throw broken;
            }
            return false;
        }
    }

    private void waitUntil(long due) {
        for (long left = due - System.nanoTime(); left > 0 && !stopped; ) {
            LockSupport.parkNanos(left);
            left = due - System.nanoTime();
        }
    }
}
