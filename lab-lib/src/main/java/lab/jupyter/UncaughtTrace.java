package lab.jupyter;

import java.util.Arrays;

/** Reports what ends a thread that a cell has started, with the learner's frames only. */
final class UncaughtTrace implements Thread.UncaughtExceptionHandler {

    private static final int MOST_FRAMES = 12;

    @Override
    public void uncaughtException(Thread thread, Throwable failure) {
        if (failure instanceof CellStopped) {
            return;
        }
        var text = new StringBuilder("Exception in thread \"" + thread.getName() + "\" " + failure);
        Arrays.stream(failure.getStackTrace())
                .filter(Frames::isOfCell)
                .limit(MOST_FRAMES)
                .forEach(frame -> text.append("\n    at ").append(describe(frame)));
        if (failure.getCause() != null) {
            text.append("\nCaused by: ").append(failure.getCause());
        }
        System.err.println(text);
    }

    private static String describe(StackTraceElement frame) {
        var place = Frames.withoutWrapper(frame.getClassName() + "." + frame.getMethodName());
        return place.startsWith("REPL.") ? "cell" : place;
    }
}
