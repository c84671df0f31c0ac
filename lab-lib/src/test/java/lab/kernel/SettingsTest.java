package lab.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {

    @Test
    void byDefaultExtensionsLoadAndNothingTimesOut() {
        var settings = new Settings(Map.of());

        assertThat(settings.extensions()).isTrue();
        assertThat(settings.timeout()).isEmpty();
        assertThat(settings.compilerOptions()).isEmpty();
    }

    @Test
    void aTimeoutIsANumberAndAUnit() {
        assertThat(timeout("2 SECONDS")).isEqualTo(Duration.ofSeconds(2));
        assertThat(timeout("1500")).isEqualTo(Duration.ofMillis(1500));
    }

    @Test
    void anInvalidTimeoutIsReported() {
        assertThatThrownBy(() -> timeout("soon"))
                .hasMessageContaining("JJAVA_TIMEOUT")
                .hasMessageContaining("soon");
    }

    @Test
    void quotedCompilerOptionsStayTogether() {
        var settings =
                new Settings(Map.of("JJAVA_COMPILER_OPTS", "-Xlint:all \"-Aname=two words\""));

        assertThat(settings.compilerOptions()).containsExactly("-Xlint:all", "-Aname=two words");
    }

    @Test
    void zeroOrFalseDisablesExtensions() {
        assertThat(new Settings(Map.of("JJAVA_LOAD_EXTENSIONS", "0")).extensions()).isFalse();
        assertThat(new Settings(Map.of("JJAVA_LOAD_EXTENSIONS", "False")).extensions()).isFalse();
    }

    private static Duration timeout(String value) {
        return new Settings(Map.of("JJAVA_TIMEOUT", value)).timeout().orElseThrow();
    }
}
