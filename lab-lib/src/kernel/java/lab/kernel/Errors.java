package lab.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import jdk.jshell.EvalException;
import jdk.jshell.JShellException;
import jdk.jshell.Snippet;
import org.dflib.jjava.jupyter.kernel.util.StringStyler;
import org.dflib.jjava.kernel.execution.CompilationException;

/** Turns what a cell ended with into what the learner reads. */
final class Errors {

    private static final String NOT_BEGUN =
            "Nothing of the lab is imported since the kernel started. In a notebook of the lab, run"
                    + " the first code cell, then this one again.";

    private final LabKernel kernel;
    private final StringStyler styler;

    Errors(LabKernel kernel, StringStyler styler) {
        this.kernel = kernel;
        this.styler = styler;
    }

    CellError of(Throwable failure) {
        return switch (failure) {
            case ExecutionException wrapped -> of(wrapped.getCause());
            case CellFailure cell when cell.thrown() instanceof EvalException thrown ->
                    new CellError(name(thrown), message(thrown), trace(thrown));
            case CellFailure cell ->
                    new CellError(name(cell.thrown()), message(cell), formatted(cell.thrown()));
            case CompilationException refused -> withAdvice(plain(refused));
            default -> plain(failure);
        };
    }

    private CellError plain(Throwable failure) {
        return new CellError(
                failure.getClass().getSimpleName(), message(failure), formatted(failure));
    }

    /**
     * After a restart a learner goes on where she was, and the compiler knows none of her names.
     */
    private CellError withAdvice(CellError error) {
        if (isLabImported() || error.lines().stream().noneMatch(Errors::isUnknownName)) {
            return error;
        }
        var lines = new ArrayList<>(error.lines());
        lines.add(styler.primary(NOT_BEGUN));
        return new CellError(error.name(), error.message(), lines);
    }

    private boolean isLabImported() {
        return kernel.getJShell().imports().anyMatch(one -> one.fullname().startsWith("lab."));
    }

    private static boolean isUnknownName(String line) {
        return line.contains("cannot find symbol");
    }

    /** JJava marks the place of a compile error, and javac knows no end of some. */
    private List<String> formatted(Throwable failure) {
        try {
            return kernel.format(failure);
        } catch (IndexOutOfBoundsException unplaced) {
            return failure instanceof CompilationException refused
                    ? coloured(complaints(refused.getBadSnippetCompilation().snippet()))
                    : coloured(message(failure).lines().toList());
        }
    }

    private List<String> complaints(Snippet snippet) {
        return kernel.getJShell()
                .diagnostics(snippet)
                .flatMap(complaint -> complaint.getMessage(Locale.ENGLISH).lines())
                .toList();
    }

    /** However the interrupt showed itself, it was one. */
    CellError ofInterrupted(Throwable failure) {
        var stopped = failure instanceof ExecutionException ? failure.getCause() : failure;
        var message = isCellStopped(stopped) ? message(stopped) : "the cell was stopped";
        var lines = new ArrayList<>(coloured(List.of("Interrupted: " + message)));
        if (stopped instanceof CellFailure cell && cell.thrown() instanceof EvalException thrown) {
            lines.addAll(trace(thrown).stream().skip(1).toList());
        }
        return new CellError("Interrupted", message, lines);
    }

    private static boolean isCellStopped(Throwable failure) {
        return failure instanceof CellStopped
                || failure instanceof CellFailure cell
                        && cell.thrown() instanceof EvalException thrown
                        && thrown.getExceptionClassName().equals(CellStopped.class.getName());
    }

    CellError ofFullHeap(Throwable failure, String advice) {
        var lines = new ArrayList<String>();
        if (HeapRescue.isNeededAfter(failure)) {
            lines.addAll(of(failure).lines());
        }
        lines.add(styler.primary(advice));
        return new CellError("OutOfMemoryError", advice, lines);
    }

    private List<String> trace(EvalException thrown) {
        return coloured(Trace.of(thrown, kernel.getJShell()));
    }

    private static String name(JShellException thrown) {
        return Trace.simpleName(thrown);
    }

    private List<String> coloured(List<String> lines) {
        return lines.stream().map(styler::secondary).toList();
    }

    private static String message(Throwable failure) {
        return Objects.requireNonNullElse(failure.getMessage(), "");
    }
}
