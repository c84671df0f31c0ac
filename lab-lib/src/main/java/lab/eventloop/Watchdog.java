package lab.eventloop;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Counts the warnings of Vert.x's blocked-thread checker, and keeps them out of the notebook. */
final class Watchdog implements AutoCloseable {

    // Vert.x's logger. Without this reference it could be collected, and its handler with it.
    private static final Logger CHECKER =
            Logger.getLogger("io.vertx.core.impl.BlockedThreadChecker");

    private final AtomicInteger warnings = new AtomicInteger();
    private final Handler counting = new Counting();
    private final boolean printed = CHECKER.getUseParentHandlers();

    Watchdog() {
        CHECKER.setUseParentHandlers(false);
        CHECKER.addHandler(counting);
    }

    int warnings() {
        return warnings.get();
    }

    @Override
    public void close() {
        CHECKER.removeHandler(counting);
        CHECKER.setUseParentHandlers(printed);
    }

    private final class Counting extends Handler {
        @Override
        public void publish(LogRecord warning) {
            warnings.incrementAndGet();
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
