package lab.kernel;

import java.util.regex.Pattern;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

/** Whether a cell is complete. Jupyter's consoles ask this at the end of each line. */
enum Completeness {
    COMPLETE,
    INCOMPLETE,
    INVALID;

    /** Magic commands are for JJava; JShell would report an error. */
    private static final Pattern MAGIC = Pattern.compile("(?m)^[ \\t]*%.*$");

    static Completeness of(String code, SourceCodeAnalysis analysis) {
        if (code.startsWith("%%")) {
            return COMPLETE;
        }
        var rest = MAGIC.matcher(code).replaceAll("").strip();
        while (!rest.isEmpty()) {
            var next = analysis.analyzeCompletion(rest);
            var first = of(next);
            if (first != COMPLETE) {
                return first;
            }
            rest = next.remaining().strip();
        }
        return COMPLETE;
    }

    private static Completeness of(CompletionInfo first) {
        return switch (first.completeness()) {
            case UNKNOWN -> INVALID;
            case DEFINITELY_INCOMPLETE, CONSIDERED_INCOMPLETE -> INCOMPLETE;
            case EMPTY -> COMPLETE;
            case COMPLETE, COMPLETE_WITH_SEMI ->
                    Syntax.isWrong(first.source()) ? INVALID : COMPLETE;
        };
    }
}
