package lab.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jdk.jshell.JShell;

/** Runs cells one after the other, without Jupyter. */
final class CellSession implements AutoCloseable {

    private final CellControl control =
            new CellControl(new CellClasses(CellSession.class.getClassLoader()), Optional.empty());
    private final Statements statements = new Statements(control);
    private final JShell shell =
            JShell.builder().executionEngine(new CellControlProvider(control), Map.of()).build();
    private final List<String> notes = new ArrayList<>();
    private int number;

    /** Returns the value of the last statement. */
    Object run(String cell) {
        statements.begin(new CellText(++number, cell));
        control.beginCell();
        try {
            return statements.run(shell, cell);
        } finally {
            control.endCell();
            notes.clear();
            notes.addAll(statements.notes(shell));
        }
    }

    /** The side effects of the last cell that its code does not show. */
    List<String> notes() {
        return notes;
    }

    /** The stack trace that a learner sees when a cell throws. */
    List<String> trace(String cell) {
        try {
            run(cell);
            throw new AssertionError("it has thrown nothing: " + cell);
        } catch (CellFailure failure) {
            return Trace.of(failure.getCause(), origins());
        }
    }

    /** The explanation that the lab adds to a compile error. */
    List<String> advice(String cell) {
        try {
            run(cell);
            throw new AssertionError("it compiles: " + cell);
        } catch (Refused refused) {
            return new Advice(shell, origins()).on(refused.event().snippet());
        }
    }

    private Origins origins() {
        return control.classes().origins();
    }

    @Override
    public void close() {
        shell.close();
        CellRun.settle();
    }
}
