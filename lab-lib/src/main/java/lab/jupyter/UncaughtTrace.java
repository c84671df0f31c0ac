package lab.jupyter;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reports what ends a thread that a cell has started, with the learner's frames only. */
final class UncaughtTrace implements Thread.UncaughtExceptionHandler {

    private static final int MOST_FRAMES = 12;

    /** Prepared, since it is needed when there is no memory left. */
    private static final FileOutputStream SERVER_LOG = new FileOutputStream(FileDescriptor.err);

    private static final byte[] FAREWELL =
            "The Java kernel ends: its heap is full.\n".getBytes(StandardCharsets.US_ASCII);

    @Override
    public void uncaughtException(Thread thread, Throwable failure) {
        if (failure instanceof OutOfMemoryError && !CellRun.isCurrent()) {
            endKernel();
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

    /** Without this thread the kernel would hang for ever; Jupyter starts a new one. */
    private static void endKernel() {
        try {
            SERVER_LOG.write(FAREWELL);
        } catch (IOException noLog) {
            // nobody to tell
        } finally {
            Runtime.getRuntime().halt(1);
        }
    }

    private static String describe(Thread thread, Throwable failure) {
        var text = new StringBuilder("Exception in thread \"" + thread.getName() + "\" " + failure);
        Arrays.stream(failure.getStackTrace())
                .filter(Frames::isOfCell)
                .limit(MOST_FRAMES)
                .forEach(frame -> text.append("\n    at ").append(place(frame)));
        if (failure.getCause() != null) {
            text.append("\nCaused by: ").append(failure.getCause());
        }
        return Frames.withoutWrapper(text.toString());
    }

    private static String place(StackTraceElement frame) {
        var place = Frames.withoutWrapper(frame.getClassName() + "." + frame.getMethodName());
        return place.startsWith("REPL.") ? "cell" : place;
    }
}
