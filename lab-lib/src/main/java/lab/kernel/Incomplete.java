package lab.kernel;

/** A cell ends in the middle of a statement. */
final class Incomplete extends RuntimeException {

    private final String source;

    Incomplete(String source) {
        this.source = source;
    }

    String source() {
        return source;
    }
}
