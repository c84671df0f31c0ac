package lab.kernel;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.spi.ExecutionControlProvider;
import org.dflib.jjava.kernel.execution.CodeEvaluator;
import org.dflib.jjava.kernel.execution.CompilationException;

/** JJava's evaluator over {@link CellControl}. */
final class LabEvaluator extends CodeEvaluator {

    private final CellControl control;

    LabEvaluator(String name, Optional<Duration> timeout) {
        super(name, -1, TimeUnit.MILLISECONDS);
        this.control =
                new CellControl(new CellClasses(ClassLoader.getSystemClassLoader()), timeout);
        Thread.currentThread().setContextClassLoader(getClassLoader());
    }

    CellControl control() {
        return control;
    }

    @Override
    public ExecutionControlProvider getExecControlProvider() {
        return new CellControlProvider(control);
    }

    @Override
    public ClassLoader getClassLoader() {
        return control.classes().loader();
    }

    @Override
    public void interrupt() {
        control.interrupt();
    }

    @Override
    protected Object evalSingle(JShell shell, String code) {
        if (control.isInterrupted()) {
            throw new CellStopped();
        }
        var events = shell.eval(code.strip());
        var value = valueOf(shell, events);
        events.stream().filter(event -> event.causeSnippet() == null).forEach(LabEvaluator::check);
        return value;
    }

    private void drop(JShell shell, Snippet replaced) {
        var name = ClassName.of(replaced);
        shell.drop(replaced);
        if (shell.snippets().map(ClassName::of).noneMatch(name::equals)) {
            control.classes().unload(name);
        }
    }

    private Object valueOf(JShell shell, List<SnippetEvent> events) {
        Object value = null;
        for (SnippetEvent event : events) {
            if (event.status() == Snippet.Status.OVERWRITTEN) {
                drop(shell, event.snippet());
            } else if (event.value() != null) {
                value = valueOf(event);
            }
        }
        return value;
    }

    private Object valueOf(SnippetEvent event) {
        var kind = event.snippet().subKind();
        if (!kind.isExecutable()) {
            return null;
        }
        var value = control.take(event.value());
        return switch (kind) {
            case VAR_VALUE_SUBKIND, OTHER_EXPRESSION_SUBKIND, TEMP_VAR_EXPRESSION_SUBKIND -> value;
            default -> null;
        };
    }

    private static void check(SnippetEvent event) {
        if (event.exception() != null) {
            throw new CellFailure(event.exception());
        }
        var status = event.status();
        if (status != Snippet.Status.RECOVERABLE_NOT_DEFINED && !status.isDefined()) {
            throw new CompilationException(event);
        }
    }
}
