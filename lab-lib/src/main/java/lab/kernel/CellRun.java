package lab.kernel;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.locks.LockSupport;
import lab.jupyter.Processes;
import lab.measure.CellCode;

/** One execution of one cell: its thread, the threads it starts, and whether they have to stop. */
final class CellRun {

    private static final InheritableThreadLocal<CellRun> CURRENT = new InheritableThreadLocal<>();
    private static final List<ThreadGroup> STOPPED = new CopyOnWriteArrayList<>();

    private static final String PREFIX = "cell-";
    private static final Duration PAUSE = Duration.ofMillis(1);

    private static volatile CellRun last;
    private static volatile boolean fullHeapTold;

    private final Set<Long> olderProcesses = Processes.running();
    private final ThreadGroup group;
    private final ClassLoader loader;
    private final ExecutorService worker;
    private volatile boolean stopped;
    private volatile boolean heapFilled;
    private volatile boolean toldFullHeap;
    private volatile Thread thread;

    CellRun(long number, ClassLoader loader) {
        var name = PREFIX + number;
        last = this;
        this.group = new ThreadGroup(name);
        this.loader = loader;
        this.worker = Executors.newSingleThreadExecutor(task -> thread(name, task));
    }

    /** Forgets stopped threads that have ended; after that, checks cost almost nothing. */
    static void settle() {
        STOPPED.removeIf(threads -> threads.activeCount() == 0);
        Halt.stopAsked(!STOPPED.isEmpty());
    }

    /** Whether the calling thread runs code of a cell. */
    static boolean isCurrent() {
        return CURRENT.get() != null;
    }

    /** Threads of the common pool belong to no cell: they stop with the cell that ran last. */
    static void stopIfAsked() {
        var own = CURRENT.get();
        var run = own == null ? last : own;
        if (run != null && run.stopped || isStopped(Thread.currentThread().getThreadGroup())) {
            throw new CellStopped();
        }
    }

    private static boolean isStopped(ThreadGroup threads) {
        return threads != null && (STOPPED.contains(threads) || isStopped(threads.getParent()));
    }

    /** Allocates nothing, except when it asks a thread that has no thread-local values yet. */
    static boolean hasStarted(Thread thread) {
        var group = thread.getThreadGroup();
        while (group != null && !group.getName().startsWith(PREFIX)) {
            group = group.getParent();
        }
        return thread.isVirtual() || group != null;
    }

    /** If one thread of the cell had no memory left, none of the others will have any. */
    static void endForFullHeap() {
        var run = CURRENT.get();
        if (run != null) {
            run.heapFilled = true;
            run.stop();
        }
    }

    /** Recorded, because a cell may catch the error that follows, or may have ended before. */
    static void tellFullHeap() {
        fullHeapTold = true;
        var run = CURRENT.get();
        if (run != null) {
            run.toldFullHeap = true;
        }
    }

    /** Whether a thread met a full heap since the last call, and what it kept is still there. */
    static boolean hasLeftHeapFull() {
        boolean isLeftFull = fullHeapTold && HeapGuard.staysFull();
        fullHeapTold = false;
        return isLeftFull;
    }

    /** Runs the task in the thread of the cell. */
    <T> CompletableFuture<T> submit(Callable<T> task) {
        var result = new CompletableFuture<T>();
        worker.execute(() -> complete(result, task));
        return result;
    }

    boolean isStopped() {
        return stopped;
    }

    boolean hasFilledHeap() {
        return heapFilled || toldFullHeap && HeapGuard.staysFull();
    }

    /**
     * Stops the threads of the cell at their next check, and ends the processes they have started.
     */
    void stop() {
        stopped = true;
        stop(group);
        Processes.endAllBut(olderProcesses);
    }

    /** Stops these threads at their next check; the cell that started them continues. */
    static void stop(ThreadGroup threads) {
        STOPPED.add(threads);
        Halt.stopAsked(true);
        threads.interrupt();
    }

    /** Waits a limited time for the threads that have to stop. */
    void awaitThreads(Duration patience) {
        worker.shutdown();
        var threads = new Thread[group.activeCount() + 1];
        int count = group.enumerate(threads);
        var end = System.nanoTime() + patience.toNanos();
        try {
            for (int i = 0; i < count && System.nanoTime() < end; i++) {
                threads[i].join(Duration.ofNanos(end - System.nanoTime()));
            }
        } catch (InterruptedException unwanted) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Waits a limited time until the common pool has dropped the tasks of a stopped cell. Its
     * threads know no cell: a task that is left would continue as one of the next cell.
     */
    static void awaitCommonPool(Duration patience) {
        var end = System.nanoTime() + patience.toNanos();
        while (!ForkJoinPool.commonPool().isQuiescent() && System.nanoTime() < end) {
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    boolean waitsForATime() {
        return thread.getState() == Thread.State.TIMED_WAITING;
    }

    /** For the learner, if the thread of the cell continues to run although it has to stop. */
    String whereItRuns() {
        return "the cell does not stop: it still runs%s. Other cells can run; only Kernel > Restart"
                        .formatted(whatItCalled(thread.getStackTrace()))
                + " ends this one";
    }

    /** What the cell has called says more than where its thread waits now. */
    private static String whatItCalled(StackTraceElement[] stack) {
        int cell = 0;
        while (cell < stack.length && !CellCode.runs(stack[cell])) {
            cell++;
        }
        if (cell == 0 || cell == stack.length) {
            return stack.length == 0 ? "" : " in " + stack[0];
        }
        return " in %s.%s, which %s (line %d) called"
                .formatted(
                        stack[cell - 1].getClassName(),
                        stack[cell - 1].getMethodName(),
                        CellCode.place(stack[cell]),
                        stack[cell].getLineNumber());
    }

    /** Releases the thread of the cell; threads that the cell started continue to run. */
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
        this.thread = thread;
        return thread;
    }

    private static <T> void complete(CompletableFuture<T> result, Callable<T> task) {
        try {
            result.complete(task.call());
        } catch (Throwable failure) {
            while (!failed(result, failure)) {
                Thread.onSpinWait();
            }
        }
    }

    /** Even to report that there is no memory needs some; without a reply the cell would hang. */
    private static boolean failed(CompletableFuture<?> result, Throwable failure) {
        try {
            return result.completeExceptionally(failure) || result.isDone();
        } catch (OutOfMemoryError noRoomToSaySo) {
            HeapGuard.releaseReserve();
            return false;
        }
    }
}
