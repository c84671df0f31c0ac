package lab.server;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Requests whose handler has returned while their response is still open, because something else
 * will end it later. After enough reviews nothing will. Reviews come from the event loop itself, so
 * the time in which it is blocked does not count.
 */
final class OpenRequests<R> {

    private record Open<R>(R request, long review) {}

    private final int limit;
    private final Predicate<R> isEnded;
    private final Queue<Open<R>> open = new ArrayDeque<>();
    private long reviews;

    /**
     * @param limit how many reviews a response may stay open
     */
    OpenRequests(int limit, Predicate<R> isEnded) {
        this.limit = limit;
        this.isEnded = isEnded;
    }

    boolean isEmpty() {
        return open.isEmpty();
    }

    /** The handler of this request has returned. */
    void returned(R request) {
        if (!isEnded.test(request)) {
            open.add(new Open<>(request, reviews));
        }
    }

    /** Reviews all; those that stayed open too long are passed on and forgotten. */
    void review(Consumer<R> late) {
        reviews++;
        for (var oldest = open.peek(); oldest != null; oldest = open.peek()) {
            boolean ended = isEnded.test(oldest.request());
            if (!ended && reviews - oldest.review() < limit) {
                return;
            }
            open.remove();
            if (!ended) {
                late.accept(oldest.request());
            }
        }
    }
}
