package lab.kernel;

/** The compiler itself failed: it neither compiled a statement nor reported an error in it. */
final class CompilerFailure extends RuntimeException {

    private static final String WAY_OUT =
            "The Java compiler itself has failed%s, so this statement has not run. It is most often"
                    + " one that is very long or deeply nested: write it in smaller parts.";

    CompilerFailure(Throwable cause) {
        super(WAY_OUT.formatted(" (" + root(cause).getClass().getSimpleName() + ")"), cause);
    }

    CompilerFailure() {
        super(WAY_OUT.formatted(""));
    }

    private static Throwable root(Throwable failure) {
        var root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
