package lab.kernel;

/**
 * Ends a cell that was interrupted. An error, so that {@code catch (Exception e)} does not catch
 * it.
 */
final class CellStopped extends Error {

    CellStopped() {
        this("the cell was stopped");
    }

    CellStopped(String message) {
        super(message, null, false, false);
    }
}
