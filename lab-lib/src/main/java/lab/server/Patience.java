package lab.server;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import lab.measure.Text;

/** Waits for an event loop, but not forever. */
public final class Patience {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private Patience() {}

    /**
     * Waits for this result.
     *
     * @throws IllegalStateException if it does not come within 30 seconds
     */
    public static <T> T await(Future<T> future) {
        try {
            return future.await(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new IllegalStateException(
                    "the event loop did not answer within %s; does something still block it?"
                            .formatted(Text.of(LIMIT)),
                    e);
        }
    }
}
