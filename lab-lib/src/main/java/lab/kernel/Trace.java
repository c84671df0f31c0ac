package lab.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import lab.measure.CellCode;

/** An exception of a cell as the learner needs it: its own type, and the learner's own lines. */
final class Trace {

    private static final int MOST_FRAMES = 12;
    private static final int MOST_CAUSES = 8;
    private static final int LONGEST_LINE = 80;
    private static final Set<String> REFUSALS =
            Set.of("java.lang.IllegalArgumentException", "java.lang.IllegalStateException");

    private final JShell shell;
    private final List<String> lines = new ArrayList<>();

    private Trace(JShell shell) {
        this.shell = shell;
    }

    static List<String> of(JShellException thrown, JShell shell) {
        var trace = new Trace(shell);
        trace.add("", thrown, 0);
        return trace.lines;
    }

    /** The name of the exception's type without its package. */
    static String simpleName(JShellException thrown) {
        var name = typeName(thrown);
        return name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
    }

    private static String typeName(JShellException thrown) {
        return thrown instanceof EvalException evaluated
                ? evaluated.getExceptionClassName()
                : thrown.getClass().getName();
    }

    private static String shownName(JShellException thrown) {
        return Frames.withoutKernel(CellCode.withoutWrapper(typeName(thrown)));
    }

    private void add(String prefix, JShellException thrown, int depth) {
        var message = thrown.getMessage();
        var isNull = message == null || message.equals("null");
        lines.addAll(
                (prefix
                                + shownName(thrown)
                                + (isNull ? "" : ": " + CellCode.withoutWrapper(message)))
                        .lines()
                        .toList());
        addFrames(typeName(thrown), thrown.getStackTrace());
        if (thrown.getCause() instanceof JShellException cause && depth < MOST_CAUSES) {
            add("Caused by: ", cause, depth + 1);
        }
    }

    private void addFrames(String type, StackTraceElement[] stack) {
        int shown = 0;
        int hidden = 0;
        for (int i = 0; i < stack.length; i++) {
            if (shown < MOST_FRAMES && (isOfUse(type, stack[i], i) || CellCode.runs(stack[i]))) {
                lines.add("    at " + describe(stack[i]));
                shown++;
            } else {
                hidden += CellCode.runs(stack[i]) ? 1 : 0;
            }
        }
        if (hidden > 0) {
            lines.add("    ... %,d more".formatted(hidden));
        }
    }

    /** Where a library failed is of use; the way through it, and where the lab refused, is not. */
    private static boolean isOfUse(String type, StackTraceElement frame, int index) {
        var refused = REFUSALS.contains(type) || type.startsWith("lab.");
        return index == 0 && !Frames.isOfKernel(frame) && !(refused && Frames.isOfLab(frame));
    }

    private String describe(StackTraceElement frame) {
        if (!CellCode.runs(frame)) {
            return frame.toString();
        }
        return CellCode.place(frame) + " (line " + frame.getLineNumber() + source(frame) + ")";
    }

    private String source(StackTraceElement frame) {
        return shell.snippets()
                .filter(snippet -> ("#" + snippet.id()).equals(frame.getFileName()))
                .findFirst()
                .flatMap(
                        snippet ->
                                snippet.source()
                                        .lines()
                                        .skip(frame.getLineNumber() - 1L)
                                        .findFirst())
                .map(line -> ": " + shorten(line.strip()))
                .orElse("");
    }

    private static String shorten(String line) {
        return line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE) + "…";
    }
}
