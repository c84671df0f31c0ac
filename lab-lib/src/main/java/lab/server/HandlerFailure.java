package lab.server;

/**
 * Why a handler of a server did not serve a request.
 *
 * @param path what was requested
 * @param thrown what the handler threw; null where it only never ended its response
 * @param finding what happened, in one sentence for the author of the handler
 */
public record HandlerFailure(String path, Throwable thrown, String finding) {

    private static final int LONGEST_MESSAGE = 200;

    static HandlerFailure threw(String path, Throwable thrown) {
        var message = thrown.getMessage() == null ? "" : ": " + thrown.getMessage();
        return new HandlerFailure(
                path,
                thrown,
                oneLine("your handler of %s threw %s".formatted(path, name(thrown)) + message));
    }

    static HandlerFailure neverEnded(String path, String limit) {
        return new HandlerFailure(
                path,
                null,
                "your handler of %s did not end its response within %s; it must call"
                                .formatted(path, limit)
                        + " request.response().end() once, on every way through it");
    }

    private static String name(Throwable thrown) {
        var name = thrown.getClass().getSimpleName();
        return name.isEmpty() ? thrown.getClass().getSuperclass().getSimpleName() : name;
    }

    /** It becomes the reason phrase of an HTTP response, which is one line. */
    private static String oneLine(String text) {
        var line = text.replaceAll("\\s+", " ");
        return line.length() <= LONGEST_MESSAGE ? line : line.substring(0, LONGEST_MESSAGE) + "…";
    }
}
