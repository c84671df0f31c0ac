package lab.kernel;

import java.util.concurrent.ForkJoinWorkerThread;

/** Reports what ends a thread that a cell has started, with the learner's frames only. */
final class UncaughtTrace implements Thread.UncaughtExceptionHandler {

    private final Origins origins;

    UncaughtTrace(Origins origins) {
        this.origins = origins;
    }

    @Override
    public void uncaughtException(Thread thread, Throwable failure) {
        if (failure instanceof OutOfMemoryError) {
            afterFullHeap(thread);
        } else if (!(failure instanceof CellStopped)) {
            print(describe(thread, failure));
        }
    }

    private static void print(String report) {
        try {
            System.err.println(report);
        } catch (CellStopped ended) {
            // its cell was interrupted in the meantime, so no one reads this
        }
    }

    /** Without a thread of its own the kernel would hang; a cell's other threads only fill on. */
    private static void afterFullHeap(Thread thread) {
        if (CellRun.hasStarted(thread)) {
            CellRun.endForFullHeap();
            print("Thread \"" + thread.getName() + "\" filled the heap; its cell was stopped.");
        } else if (!(thread instanceof ForkJoinWorkerThread)) {
            Farewell.say();
        }
    }

    private String describe(Thread thread, Throwable failure) {
        var where = "Exception in thread \"" + thread.getName() + "\" ";
        return String.join("\n", Trace.of(where, failure, origins));
    }
}
