package lab.async;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RetriesTest {

    private static final Pause FIXED = (attempt, random) -> ofMillis(100);
    private static final Pause RANDOM = (attempt, random) -> ofMillis(random.nextInt(1_000));

    @Test
    void clientsWithTheSamePauseComeBackTogether() {
        var fixed = Retries.of("fixed", FIXED).run("fixed");

        assertThat(fixed.served()).isEqualTo(500);
        assertThat(fixed.callsPerClient()).isEqualTo(50.5);
        assertThat(fixed.last()).isEqualTo(ofMillis(9_910));
        assertThat(fixed.calls().subList(0, 11))
                .containsExactly(500, 0, 0, 0, 0, 0, 0, 0, 0, 0, 495);
    }

    @Test
    void randomPausesSpreadTheClients() {
        var retries = Retries.of("fixed", FIXED).and("random", RANDOM);

        assertThat(retries.run("random").callsPerClient())
                .isLessThan(retries.run("fixed").callsPerClient() / 5);
        assertThat(retries.run("random").last()).isLessThan(ofSeconds(5));
    }

    @Test
    void theSamePausesGiveTheSameNumbers() {
        assertThat(Retries.of("random", RANDOM)).isEqualTo(Retries.of("random", RANDOM));
    }

    @Test
    void clientsWhosePauseNeverEndsAreNotServed() {
        var never = Retries.of("never", (attempt, random) -> ofSeconds(100_000)).run("never");

        assertThat(never.served()).isEqualTo(5);
    }

    @Test
    void aNegativePauseIsNamed() {
        assertThatThrownBy(() -> Retries.of("back", (attempt, random) -> ofMillis(-1)))
                .hasMessageContaining("\"back\": a pause must not be negative");
        assertThatThrownBy(() -> Retries.of("none", (attempt, random) -> null))
                .hasMessageContaining("pause");
    }
}
