package lab.server;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import lab.measure.Text;

/** Waits for a loop, but not for ever. */
public final class Patience {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private Patience() {}

    public static <T> T await(Future<T> future) {
        try {
            return future.await(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new IllegalStateException(
                    "the event loop did not answer within %s; is something still holding it?"
                            .formatted(Text.of(LIMIT)),
                    e);
        }
    }
}
