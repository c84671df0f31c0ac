package lab.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.dflib.jjava.jupyter.kernel.util.StringStyler;
import org.dflib.jjava.kernel.execution.CompilationException;

/** Turns the error that ended a cell into the report that the learner reads. */
final class Errors {

    /** The start of a line in which JJava shows the learner's code. */
    private static final String CODE = "|   ";

    private final LabKernel kernel;
    private final StringStyler styler;
    private final Origins origins;
    private final Advice advice;

    Errors(LabKernel kernel, StringStyler styler, Origins origins) {
        this.kernel = kernel;
        this.styler = styler;
        this.origins = origins;
        this.advice = new Advice(kernel.getJShell(), origins);
    }

    CellError of(Throwable failure) {
        return switch (failure) {
            case ExecutionException wrapped -> of(wrapped.getCause());
            case CellFailure cell -> ofThrown(innermost(cell).getCause());
            case CompilationException refused -> ofRefused(refused);
            case CompilerFailure itself ->
                    new CellError("CompilerFailure", message(itself), coloured(itself));
            default -> plain(failure);
        };
    }

    private CellError ofThrown(Throwable thrown) {
        var lines = new ArrayList<>(trace(thrown));
        Advice.on(thrown).map(styler::primary).ifPresent(lines::add);
        return new CellError(Trace.simpleName(thrown), Trace.message(thrown, origins), lines);
    }

    /** The code that a magic command runs fails within a statement of the cell. */
    private static CellFailure innermost(CellFailure cell) {
        var innermost = cell;
        for (var cause = cell.getCause(); cause != null; cause = cause.getCause()) {
            innermost = cause instanceof CellFailure inner ? inner : innermost;
        }
        return innermost;
    }

    private CellError plain(Throwable failure) {
        return new CellError(
                failure.getClass().getSimpleName(), message(failure), formatted(failure));
    }

    private CellError ofRefused(CompilationException refused) {
        var snippet = refused.getBadSnippetCompilation().snippet();
        var lines = new ArrayList<>(formatted(refused).stream().map(Errors::readable).toList());
        advice.on(snippet).stream().map(styler::primary).forEach(lines::add);
        var message = advice.faults(snippet).findFirst().map(Sentences::ofCompiler).orElse("");
        return new CellError(CompilationException.class.getSimpleName(), message, lines);
    }

    /** Shortens the compiler's message, but not the learner's code. */
    private static String readable(String line) {
        return line.contains(CODE) ? line : Sentences.shortTypes(line);
    }

    /**
     * JJava marks the place of a compile error, but javac reports some errors without an end
     * position.
     */
    private List<String> formatted(Throwable failure) {
        try {
            return kernel.format(failure);
        } catch (IndexOutOfBoundsException unplaced) {
            return failure instanceof CompilationException refused
                    ? coloured(faults(refused))
                    : coloured(message(failure).lines().toList());
        }
    }

    private List<String> faults(CompilationException refused) {
        return advice.faults(refused.getBadSnippetCompilation().snippet())
                .flatMap(String::lines)
                .toList();
    }

    /** An interrupt can end a cell with any exception; all of them are reported as an interrupt. */
    CellError ofInterrupted(Throwable failure) {
        var stopped = failure instanceof ExecutionException ? failure.getCause() : failure;
        var message = isCellStopped(stopped) ? message(stopped) : "the cell was stopped";
        var lines = new ArrayList<>(coloured(List.of("Interrupted: " + message)));
        if (stopped instanceof CellFailure cell) {
            lines.addAll(trace(cell.getCause()).stream().skip(1).toList());
        }
        return new CellError("Interrupted", message, lines);
    }

    private static boolean isCellStopped(Throwable failure) {
        return failure instanceof CellStopped || failure.getCause() instanceof CellStopped;
    }

    CellError ofFullHeap(Throwable failure, String advice) {
        var lines = new ArrayList<String>();
        if (HeapRescue.isNeededAfter(failure)) {
            lines.addAll(of(failure).lines());
        }
        lines.add(styler.primary(advice));
        return new CellError("OutOfMemoryError", advice, lines);
    }

    private List<String> trace(Throwable thrown) {
        return coloured(Trace.of(thrown, origins));
    }

    private List<String> coloured(CompilerFailure failure) {
        return coloured(List.of(message(failure)));
    }

    private List<String> coloured(List<String> lines) {
        return lines.stream().map(styler::secondary).toList();
    }

    private static String message(Throwable failure) {
        return Objects.requireNonNullElse(failure.getMessage(), "");
    }
}
