package lab.async;

import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class FanOutTest {

    private static final Backend BACKEND = new Backend(10, ofMillis(10), ofMillis(200));

    @Test
    void withinTheLimitOfTheServiceNoCallFailsAndWithoutOneMostDo() throws Exception {
        var fanOut = FanOut.of(BACKEND, 1_000, 10, 1_000);

        assertThat(fanOut.runs().getFirst().failed()).isZero();
        assertThat(fanOut.runs().getLast().failed()).isGreaterThan(500);
        assertThat(fanOut.runs().getLast().time()).isLessThan(fanOut.runs().getFirst().time());
    }

    @Test
    void theServiceSaysHowManyAtOnceAreInTime() {
        assertThat(BACKEND.mostInTime()).isEqualTo(200);
    }

    @Test
    void theFigureNamesTheLimits() throws Exception {
        var fanOut = FanOut.of(BACKEND, 20, 5, 20);

        assertThat(fanOut.shape().bars())
                .extracting(bar -> bar.name())
                .containsExactly("limit 5", "no limit");
        assertThat(fanOut.finding()).startsWith("limit 5: 0 of 20 failed, ");
        assertThat(fanOut.table().orElseThrow().rows()).hasSize(2);
    }

    @Test
    void wrongArgumentsAreNamed() {
        assertThatThrownBy(() -> FanOut.of(BACKEND, 10, 0)).hasMessageContaining("limit");
        assertThatThrownBy(() -> FanOut.of(BACKEND, 10)).hasMessageContaining("limits");
        assertThatThrownBy(() -> FanOut.of(null, 10, 1)).hasMessageContaining("backend");
        assertThatThrownBy(() -> new Backend(0, ofMillis(10), ofMillis(10)))
                .hasMessageContaining("slots");
    }
}
