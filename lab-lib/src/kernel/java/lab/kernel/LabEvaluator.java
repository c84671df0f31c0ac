package lab.kernel;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import jdk.jshell.JShell;
import jdk.jshell.spi.ExecutionControlProvider;
import org.dflib.jjava.kernel.execution.CodeEvaluator;
import org.dflib.jjava.kernel.execution.CompilationException;
import org.dflib.jjava.kernel.execution.IncompleteSourceException;

/** Connects JJava's evaluator to {@link Statements}. */
final class LabEvaluator extends CodeEvaluator {

    private final CellControl control;
    private final Statements statements;

    LabEvaluator(String name, Optional<Duration> timeout) {
        super(name, -1, TimeUnit.MILLISECONDS);
        this.control =
                new CellControl(new CellClasses(ClassLoader.getSystemClassLoader()), timeout);
        this.statements = new Statements(control);
        Thread.currentThread().setContextClassLoader(getClassLoader());
    }

    CellControl control() {
        return control;
    }

    void begin(CellText cell) {
        statements.begin(cell);
        control.beginCell();
    }

    /** The effects of the cell on names of the notebook that its own output does not show. */
    List<String> notes(JShell shell) {
        return statements.notes(shell);
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
    public Object eval(JShell shell, String code) {
        try {
            return statements.run(shell, code);
        } catch (Refused refused) {
            throw new CompilationException(refused.event());
        } catch (Incomplete incomplete) {
            throw new IncompleteSourceException(incomplete.source());
        }
    }
}
