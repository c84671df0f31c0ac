package lab.kernel;

/** Carries the exception of a cell, as its cause, to the learner. */
final class CellFailure extends RuntimeException {

    CellFailure(Throwable thrown) {
        super(thrown.getMessage(), thrown);
    }
}
