package lab.kernel;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import jdk.jshell.execution.DirectExecutionControl;
import jdk.jshell.spi.SPIResolutionException;
import lab.jupyter.Later;

/**
 * Executes cells in this JVM, each in its own thread, which can be stopped. JShell sees results
 * only as strings; the values themselves are kept here until {@link #take} fetches them.
 */
final class CellControl extends DirectExecutionControl {

    private static final Duration GRACE = Duration.ofMillis(500);

    /** For a thread in a timed wait, such as for its processes to end: the wait ends by itself. */
    private static final int GRACES_WHILE_WAITING = 5;

    private final CellClasses classes;
    private final Optional<Duration> timeout;
    private final Map<String, Optional<Object>> values = new ConcurrentHashMap<>();
    private final AtomicLong cells = new AtomicLong();
    private final AtomicLong statements = new AtomicLong();
    private volatile CellRun run;
    private volatile boolean running;
    private volatile boolean late;
    private volatile Throwable thrown;
    private volatile CompletableFuture<?> task = CompletableFuture.completedFuture(null);

    /**
     * @param timeout of one statement, if there is one
     */
    CellControl(CellClasses classes, Optional<Duration> timeout) {
        super(classes);
        this.classes = classes;
        this.timeout = timeout;
    }

    CellClasses classes() {
        return classes;
    }

    /** Everything that runs until {@link #endCell} belongs to one cell. */
    void beginCell() {
        CellRun.settle();
        run = new CellRun(cells.incrementAndGet(), classes.loader());
        running = true;
        late = false;
        HeapWatch.cellRuns(true);
    }

    void endCell() {
        running = false;
        if (run.isStopped()) {
            CellRun.awaitCommonPool(GRACE);
        }
        HeapWatch.cellRuns(false);
        run.end();
    }

    /** Stops the running cell. The reply follows at once, or soon if the cell cannot be stopped. */
    void interrupt() {
        if (running) {
            run.stop();
            abandonLater(run, task, GRACES_WHILE_WAITING);
        }
    }

    private static void abandonLater(CellRun run, CompletableFuture<?> task, int graces) {
        Later.onTimer().run(GRACE, () -> abandon(run, task, graces - 1));
    }

    private static void abandon(CellRun run, CompletableFuture<?> task, int graces) {
        if (task.isDone()) {
            return;
        }
        if (run.waitsForATime() && graces > 0) {
            abandonLater(run, task, graces);
        } else {
            task.completeExceptionally(new CellStopped(run.whereItRuns()));
        }
    }

    /** Ends everything that the running cell has started, and waits a short time for it. */
    void clearAway() {
        run.stop();
        run.awaitThreads(GRACE);
    }

    boolean isInterrupted() {
        return run.isStopped() && !late;
    }

    /** Whether the running cell, or one of its threads, has left no free space in the heap. */
    boolean hasFilledHeap() {
        return run.hasFilledHeap() || HeapGuard.isFull();
    }

    /** The value of the statement with this key, or null. */
    Object take(String key) {
        var value = values.remove(key);
        return value == null ? null : value.orElse(null);
    }

    /** The exception that the last statement has thrown. */
    Throwable thrown() {
        return thrown;
    }

    /** Runs code of the learner, such as a toString, in the thread of the cell. */
    <T> T call(Callable<T> code) throws Exception {
        if (CellRun.isCurrent()) {
            return code.call();
        }
        var submitted = run.submit(code);
        task = submitted;
        return timeout.isPresent()
                ? submitted.get(timeout.get().toNanos(), TimeUnit.NANOSECONDS)
                : submitted.get();
    }

    @Override
    protected String invoke(Method statement) throws Exception {
        var key = String.valueOf(statements.incrementAndGet());
        try {
            values.put(key, Optional.ofNullable(call(() -> statement.invoke(null))));
            return key;
        } catch (TimeoutException tooLong) {
            late = true;
            run.stop();
            throw new InvocationTargetException(new CellTimeout(timeout.orElseThrow()));
        } catch (ExecutionException failed) {
            throw asThrownByCell(failed.getCause());
        }
    }

    /** JShell would convert line numbers that already are those of the cell. */
    @Override
    protected String throwConvertedInvocationException(Throwable cause) throws RunException {
        thrown = cause;
        var untold = new StackTraceElement[0];
        throw cause instanceof SPIResolutionException unresolved
                ? new ResolutionException(unresolved.id(), untold)
                : new UserException(cause.getMessage(), cause.getClass().getName(), untold);
    }

    private static Exception asThrownByCell(Throwable failure) {
        return failure instanceof InvocationTargetException thrown
                ? thrown
                : new InvocationTargetException(failure);
    }
}
