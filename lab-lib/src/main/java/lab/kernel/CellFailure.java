package lab.kernel;

/** What a cell has thrown, on its way to the learner: it is the cause. */
final class CellFailure extends RuntimeException {

    CellFailure(Throwable thrown) {
        super(thrown.getMessage(), thrown);
    }
}
