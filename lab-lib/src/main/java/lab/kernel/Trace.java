package lab.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jdk.jshell.UnresolvedReferenceException;
import jdk.jshell.spi.SPIResolutionException;
import lab.measure.CellCode;

/** An exception of a cell as the learner needs it: its own type, and the learner's own lines. */
final class Trace {

    private static final int MOST_FRAMES = 12;
    private static final int MOST_CAUSES = 8;
    private static final int LONGEST_LINE = 80;
    private static final Set<Class<?>> REFUSALS =
            Set.of(IllegalArgumentException.class, IllegalStateException.class);

    private final Origins origins;
    private final List<String> lines = new ArrayList<>();

    private Trace(Origins origins) {
        this.origins = origins;
    }

    static List<String> of(Throwable thrown, Origins origins) {
        return of("", thrown, origins);
    }

    /**
     * @param prefix of the first line
     */
    static List<String> of(String prefix, Throwable thrown, Origins origins) {
        var trace = new Trace(origins);
        trace.add(prefix, thrown, 0);
        return trace.lines;
    }

    /** The name of the exception's type without its package. */
    static String simpleName(Throwable thrown) {
        return thrown instanceof SPIResolutionException
                ? UnresolvedReferenceException.class.getSimpleName()
                : thrown.getClass().getSimpleName();
    }

    /** The exception's message with the learner's names; empty if it has none. */
    static String message(Throwable thrown, Origins origins) {
        if (thrown instanceof SPIResolutionException unresolved) {
            return origins.whyUnusable(unresolved.id());
        }
        var message = thrown.getMessage();
        return message == null || message.equals("null") ? "" : CellCode.withoutWrapper(message);
    }

    private void add(String prefix, Throwable thrown, int depth) {
        var message = message(thrown, origins);
        var name = shownName(thrown.getClass());
        var isNamed = !(thrown instanceof SPIResolutionException);
        var both = message.isEmpty() ? name : isNamed ? name + ": " + message : message;
        lines.addAll((prefix + both).lines().toList());
        addFrames(thrown);
        if (thrown.getCause() != null && depth < MOST_CAUSES) {
            add("Caused by: ", thrown.getCause(), depth + 1);
        }
    }

    /** Types of the JDK keep their packages, as in every other trace. */
    private static String shownName(Class<?> type) {
        var name = CellCode.nameOf(type);
        return name.startsWith("lab.") ? Sentences.shortTypes(name) : name;
    }

    private void addFrames(Throwable thrown) {
        var stack = thrown.getStackTrace();
        int shown = 0;
        int hidden = 0;
        int first = thrown instanceof SPIResolutionException ? 1 : 0;
        for (int i = first; i < stack.length; i++) {
            var isLearners = isLearners(stack[i]);
            if (shown < MOST_FRAMES && (isLearners || i == 0 && isOfUse(thrown, stack[i]))) {
                lines.add("    at " + describe(stack[i]));
                shown++;
            } else {
                hidden += isLearners ? 1 : 0;
            }
        }
        if (hidden > 0) {
            lines.add("    ... %,d more".formatted(hidden));
        }
    }

    /** Code that the compiler has generated has no line number. */
    private static boolean isLearners(StackTraceElement frame) {
        return CellCode.runs(frame) && frame.getLineNumber() > 0;
    }

    /**
     * The place where a library failed is useful; the path to it, or the place where the lab
     * refused an argument, is not.
     */
    private static boolean isOfUse(Throwable thrown, StackTraceElement first) {
        var type = thrown.getClass();
        var isRefusal = REFUSALS.contains(type) || type.getName().startsWith("lab.");
        return !CellCode.runs(first)
                && !Frames.isOfKernel(first)
                && !(isRefusal && Frames.isOfLab(first));
    }

    private String describe(StackTraceElement frame) {
        return CellCode.runs(frame)
                ? CellCode.place(frame)
                        + origins.of(frame)
                                .map(cell -> " (" + place(cell, frame.getLineNumber()) + ")")
                                .orElse("")
                : frame.toString();
    }

    private String place(CellText cell, int line) {
        var name = origins.isOfRunningCell(cell) ? "" : cell.name() + ", ";
        return name + "line " + line + cell.line(line).map(text -> ": " + shorten(text)).orElse("");
    }

    private static String shorten(String line) {
        return line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE) + "…";
    }
}
