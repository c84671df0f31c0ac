package lab.eventloop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

class OnlookersTest {

    @Test
    void theCheckerWarnsOfALongStallTheObserverSeesOnlyMarkersAndTheLoggerIsRestored() {
        var logger = Logger.getLogger("io.vertx.core.impl.BlockedThreadChecker");
        int handlers = logger.getHandlers().length;

        var onlookers = Onlookers.of(Duration.ofMillis(100), Duration.ofMillis(2_000));

        assertThat(onlookers.warnings().firstEntry().getValue()).isZero();
        assertThat(onlookers.warnings().lastEntry().getValue()).isPositive();
        assertThat(onlookers.unmarked()).isZero();
        assertThat(onlookers.marked()).isEqualTo(1);
        assertThat(logger.getHandlers()).hasSize(handlers);
        assertThat(logger.getUseParentHandlers()).isTrue();
    }

    @Test
    void aStallHasAMaximumLength() {
        assertThatThrownBy(() -> Onlookers.of(Duration.ofHours(1)))
                .hasMessageContaining("stall must be above 0 and at most 10 seconds, was PT1H");
    }
}
