package lab.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jdk.jshell.JShell;

/** Cells one after the other, without Jupyter. */
final class CellSession implements AutoCloseable {

    private final CellControl control =
            new CellControl(new CellClasses(CellSession.class.getClassLoader()), Optional.empty());
    private final Statements statements = new Statements(control);
    private final JShell shell =
            JShell.builder().executionEngine(new CellControlProvider(control), Map.of()).build();
    private final List<String> notes = new ArrayList<>();
    private int number;

    /** Returns what the last statement evaluates to. */
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

    /** What the last cell has done, besides what it says. */
    List<String> notes() {
        return notes;
    }

    /** What a learner reads when a cell throws. */
    List<String> trace(String cell) {
        try {
            run(cell);
            throw new AssertionError("it has thrown nothing: " + cell);
        } catch (CellFailure failure) {
            return Trace.of(failure.getCause(), origins());
        }
    }

    /** What the lab adds to a compile error. */
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
