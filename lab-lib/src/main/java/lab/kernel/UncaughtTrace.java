package lab.kernel;

import java.util.Arrays;
import java.util.concurrent.ForkJoinWorkerThread;
import lab.measure.CellCode;

/** Reports what ends a thread that a cell has started, with the learner's frames only. */
final class UncaughtTrace implements Thread.UncaughtExceptionHandler {

    private static final int MOST_FRAMES = 12;

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
            // its cell was interrupted meanwhile: nobody waits for this any more
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

    private static String describe(Thread thread, Throwable failure) {
        var text = new StringBuilder("Exception in thread \"" + thread.getName() + "\" " + failure);
        Arrays.stream(failure.getStackTrace())
                .filter(CellCode::runs)
                .limit(MOST_FRAMES)
                .forEach(frame -> text.append("\n    at ").append(CellCode.place(frame)));
        if (failure.getCause() != null) {
            text.append("\nCaused by: ").append(failure.getCause());
        }
        return CellCode.withoutWrapper(text.toString());
    }
}
