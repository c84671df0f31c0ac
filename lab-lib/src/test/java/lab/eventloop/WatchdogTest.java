package lab.eventloop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

class WatchdogTest {

    @Test
    void itWarnsOfALongStallAndNotOfAShortOneAndLeavesTheLoggerAsItWas() {
        var logger = Logger.getLogger("io.vertx.core.impl.BlockedThreadChecker");
        int handlers = logger.getHandlers().length;

        var watchdog = Watchdog.over(Duration.ofMillis(100), Duration.ofMillis(2_000));

        assertThat(watchdog.warnings().firstEntry().getValue()).isZero();
        assertThat(watchdog.warnings().lastEntry().getValue()).isPositive();
        assertThat(logger.getHandlers()).hasSize(handlers);
        assertThat(logger.getUseParentHandlers()).isTrue();
    }
}
