package lab.kernel;

import jdk.jshell.JShellException;

/** What a cell has thrown, on its way to the learner. */
final class CellFailure extends RuntimeException {

    private final transient JShellException thrown;

    CellFailure(JShellException thrown) {
        super(thrown.getMessage(), thrown);
        this.thrown = thrown;
    }

    JShellException thrown() {
        return thrown;
    }
}
