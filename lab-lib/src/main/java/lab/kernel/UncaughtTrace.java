package lab.kernel;

import java.util.concurrent.ForkJoinWorkerThread;

/** Reports an exception that ends a thread of a cell, with the learner's frames only. */
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
            // the cell was interrupted in the meantime, so no one reads this
        }
    }

    /**
     * Without one of its own threads the kernel would hang; the other threads of a cell would only
     * fill the heap further.
     */
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
