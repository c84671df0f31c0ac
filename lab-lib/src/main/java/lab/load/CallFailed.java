package lab.load;

/** A call that failed in a known way; it carries no stack trace, because it may happen often. */
public final class CallFailed extends Exception {

    private static final long serialVersionUID = 1L;

    private final String reported;

    /**
     * @param kind the kind of failure, such as "status 503": the same words for the same kind
     */
    public CallFailed(String kind) {
        this(kind, null);
    }

    /**
     * @param reported what exactly was reported, where that says more than the kind
     */
    public CallFailed(String kind, String reported) {
        super(kind, null, false, false);
        this.reported = reported;
    }

    /** What is counted together with this failure. */
    static String kind(Throwable failure) {
        return failure instanceof CallFailed known
                ? known.getMessage()
                : failure.getClass().getSimpleName();
    }

    /** What happened, in the words of the library that reported it. */
    static String message(Throwable failure) {
        var message = failure instanceof CallFailed known ? known.reported : failure.getMessage();
        return message == null || message.isEmpty() ? kind(failure) : message;
    }
}
