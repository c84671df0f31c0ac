package lab.jupyter;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** One execution of one cell: its thread, the threads it starts, and whether they have to stop. */
final class CellRun {

    private static final InheritableThreadLocal<CellRun> CURRENT = new InheritableThreadLocal<>();
    private static final List<CellRun> STOPPED = new CopyOnWriteArrayList<>();

    private final Instant started = Instant.now();
    private final ThreadGroup group;
    private final ClassLoader loader;
    private final ExecutorService worker;
    private volatile boolean stopped;

    CellRun(String name, ClassLoader loader) {
        this.group = new ThreadGroup(name);
        this.loader = loader;
        this.worker = Executors.newSingleThreadExecutor(task -> thread(name, task));
    }

    /** Forgets stopped cells whose threads have all ended; afterwards checks cost next to nothing. */
    static void settle() {
        STOPPED.removeIf(run -> run.group.activeCount() == 0);
        Halt.settle(!STOPPED.isEmpty() || HeapGuard.isLow());
    }

    /** Whether the calling thread runs code of a cell. */
    static boolean isCurrent() {
        return CURRENT.get() != null;
    }

    static void stopIfAsked() {
        var run = CURRENT.get();
        if (run != null && run.stopped) {
            throw new CellStopped();
        }
    }

    /** Runs the task on the cell's thread. */
    <T> CompletableFuture<T> submit(Callable<T> task) {
        var result = new CompletableFuture<T>();
        worker.execute(() -> complete(result, task));
        return result;
    }

    boolean isStopped() {
        return stopped;
    }

    /** Stops the cell's threads at their next check and ends the processes they started. */
    void stop() {
        stopped = true;
        STOPPED.add(this);
        Halt.ask();
        group.interrupt();
        Processes.endStartedSince(started);
    }

    /** Lets the cell's thread go; threads that the cell started live on. */
    void end() {
        worker.shutdown();
    }

    private Thread thread(String name, Runnable task) {
        Runnable asCell =
                () -> {
                    CURRENT.set(this);
                    task.run();
                };
        var thread = new Thread(group, asCell, name);
        thread.setContextClassLoader(loader);
        thread.setDaemon(true);
        return thread;
    }

    private static <T> void complete(CompletableFuture<T> result, Callable<T> task) {
        try {
            result.complete(task.call());
        } catch (Throwable failure) {
            result.completeExceptionally(failure);
        }
    }
}
