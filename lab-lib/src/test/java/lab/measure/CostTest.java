package lab.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CostTest {

    @Test
    void theFirstCallIsReportedSeparatelyAndShortWorkIsRepeatedUntilItIsWarm() throws Exception {
        var calls = new AtomicInteger();

        var cost =
                Cost.of(
                        "slow at first",
                        () -> {
                            if (calls.incrementAndGet() == 1) {
                                Thread.sleep(100);
                            }
                        });

        assertThat(cost.first()).isGreaterThanOrEqualTo(Duration.ofMillis(100));
        assertThat(cost.warm()).isLessThan(cost.first().dividedBy(4));
        assertThat(calls.get()).isBetween(7, 2_001);
    }
}
