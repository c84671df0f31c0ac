package lab.jupyter;

/** Ends a cell that was interrupted. An error, so that {@code catch (Exception e)} lets it pass. */
final class CellStopped extends Error {

    CellStopped() {
        super("interrupted", null, false, false);
    }
}
