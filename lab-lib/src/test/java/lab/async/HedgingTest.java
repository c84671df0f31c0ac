package lab.async;

import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HedgingTest {

    @Test
    void aSecondCallTakesTheTailAway() throws Exception {
        var number = new AtomicInteger();
        var hedging =
                Hedging.of(
                        () -> {
                            Thread.sleep(number.incrementAndGet() % 20 == 0 ? 500 : 2);
                            return "ok";
                        },
                        200,
                        ofMillis(60));

        assertThat(hedging.gain()).isGreaterThan(2);
        assertThat(hedging.sent()).isBetween(201, 260);
        assertThat(hedging.finding()).contains("more calls");
    }

    @Test
    void aQuickCallIsSentOnce() throws Exception {
        var hedging = Hedging.of(() -> "ok", 40, ofMillis(5_000));

        assertThat(hedging.sent()).isEqualTo(40);
        assertThat(hedging.extra()).isZero();
    }

    @Test
    void aCallThatFailsIsReported() {
        assertThatThrownBy(
                        () ->
                                Hedging.of(
                                        () -> {
                                            throw new IllegalStateException("boo");
                                        },
                                        40,
                                        ofMillis(50)))
                .hasMessageContaining("a call failed")
                .hasMessageContaining("boo");
    }
}
