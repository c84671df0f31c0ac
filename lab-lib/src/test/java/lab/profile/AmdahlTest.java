package lab.profile;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofNanos;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class AmdahlTest {

    @Test
    void speedingUpASmallPartSavesLittle() {
        var request = Amdahl.of("query", ofMillis(5)).and("runtime", ofNanos(100_000));

        assertThat(request.saved("query", 50)).isEqualTo(ofNanos(4_900_000));
        assertThat(request.gain("query", 50)).isBetween(25.0, 26.0);
        assertThat(request.gain("runtime", 1e9)).isBetween(1.0, 1.03);
        assertThatThrownBy(() -> request.saved("network", 2))
                .hasMessageContaining("there are \"query\", \"runtime\"");
        assertThatThrownBy(() -> request.saved("query", 1)).hasMessageContaining("above 1");
        assertThatThrownBy(() -> request.and("free", ofSeconds(0))).hasMessageContaining("above 0");
    }
}
