package lab.load;

/** A call that failed in a known way; it carries no stack trace, because it may happen often. */
public final class CallFailed extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * @param kind the kind of failure, such as "status 503": the same words for the same kind
     */
    public CallFailed(String kind) {
        this(kind, null);
    }

    /**
     * @param cause what the library reported
     */
    public CallFailed(String kind, Throwable cause) {
        super(kind, cause, false, false);
    }

    /** What is counted together with this failure. */
    static String kind(Throwable failure) {
        return failure instanceof CallFailed known
                ? known.getMessage()
                : failure.getClass().getSimpleName();
    }

    /** What happened, in the words of the library that reported it. */
    static String message(Throwable failure) {
        var root = failure instanceof CallFailed && failure.getCause() != null;
        var reported = root ? failure.getCause() : failure;
        return reported.getMessage() == null ? kind(failure) : reported.getMessage();
    }
}
