package lab.kernel;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Frees memory after a cell filled the heap, by clearing the variables of cells. */
final class HeapRescue {

    private static final double ENOUGH_ROOM = 0.6;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final CellClasses classes;
    private final List<String> cleared = new ArrayList<>();

    HeapRescue(CellClasses classes) {
        this.classes = classes;
    }

    static boolean isNeededAfter(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof OutOfMemoryError || isNamed(cause)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNamed(Throwable cause) {
        return cause instanceof jdk.jshell.EvalException thrown
                && thrown.getExceptionClassName().equals(OutOfMemoryError.class.getName());
    }

    /**
     * Clears the variables of the failed cell first, then those of all cells.
     *
     * @param before the number of classes before the failed cell
     * @return whether there is enough free memory again
     */
    boolean makeRoom(int before) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!letGo(before)) {
            if (System.nanoTime() > end) {
                return false;
            }
            pause();
        }
        HeapGuard.refillReserve();
        return true;
    }

    private boolean letGo(int before) {
        return hasRoom()
                || clear(() -> classes.variablesAfter(before))
                || clear(() -> classes.variablesAfter(0));
    }

    /** Gives threads in code of the JDK time to fail: without memory they end one by one. */
    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    /** The message to the learner. */
    String advice() {
        return ("The cell filled the kernel's heap of %,d MB.%s Keep less in memory, then run it"
                        + " again.")
                .formatted(Runtime.getRuntime().maxMemory() >> 20, lost());
    }

    /** The message to the learner when the cell had ended before its threads filled the heap. */
    String lateAdvice() {
        return "Threads of earlier cells have filled the kernel's heap." + lost();
    }

    /** The message to the learner when clearing all variables frees too little memory. */
    String farewell() {
        return advice()
                + " Threads that cannot be stopped still hold the heap, so the kernel ends now;"
                + " run the notebook again from its first cell.";
    }

    private String lost() {
        return cleared.isEmpty() ? "" : " These are null now: " + String.join(", ", cleared) + ".";
    }

    private boolean clear(Supplier<List<Variable>> variables) {
        for (Variable variable : variables.get()) {
            if (variable.clear()) {
                cleared.add(variable.name());
            }
        }
        return hasRoom();
    }

    private static boolean hasRoom() {
        return HeapGuard.collect() < ENOUGH_ROOM;
    }
}
