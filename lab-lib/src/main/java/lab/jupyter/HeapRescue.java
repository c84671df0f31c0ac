package lab.jupyter;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Makes room after a cell filled the heap, by letting go of what cells hold. */
final class HeapRescue {

    private static final double ENOUGH_ROOM = 0.6;

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
     * First the variables of the failed cell go, then those of all cells.
     *
     * @param before how many classes there were before the failed cell
     * @return whether there is room again
     */
    boolean makeRoom(int before) {
        return hasRoom()
                || clear(() -> classes.variablesAfter(before))
                || clear(() -> classes.variablesAfter(0));
    }

    /** What to tell the learner. */
    String advice() {
        var heap = Runtime.getRuntime().maxMemory() >> 20;
        var lost =
                cleared.isEmpty() ? "" : " These are null now: " + String.join(", ", cleared) + ".";
        return "The cell filled the kernel's heap of %,d MB.%s Keep less at once and run it again."
                .formatted(heap, lost);
    }

    /** What to tell the learner when there is no room whatever is let go: the kernel has to end. */
    String farewell() {
        return advice()
                + " Even so the heap stays full (threads of earlier cells may hold it):"
                + " restart the kernel (Kernel > Restart).";
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
