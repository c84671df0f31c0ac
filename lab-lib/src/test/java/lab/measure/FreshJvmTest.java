package lab.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class FreshJvmTest {

    @Test
    void aFreshJvmUsesThisJdkWithoutTheFlagsOfTheEnvironment() {
        var builder = FreshJvm.with(List.of("-version"));

        assertThat(Path.of(builder.command().getFirst()))
                .startsWith(Path.of(System.getProperty("java.home")));
        assertThat(builder.command()).endsWith("-version");
        assertThat(builder.environment()).doesNotContainKey("JAVA_TOOL_OPTIONS");
    }
}
