package lab.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
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

    @Test
    void aMainClassReturnsItsLines() throws Exception {
        assertThat(FreshJvm.printed(Echo.class, List.of(), List.of("one", "two")))
                .containsExactly("one", "two");
    }

    @Test
    void aMainClassThatFailsIsReportedWithItsOutput() {
        assertThatThrownBy(() -> FreshJvm.printed(Echo.class, List.of(), List.of("one", "fail")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("did not finish; its output: [one, ")
                .hasMessageContaining("IllegalStateException: asked to fail");
    }

    /** Prints its arguments. */
    static final class Echo {

        private Echo() {}

        public static void main(String[] arguments) {
            for (String one : arguments) {
                if (one.equals("fail")) {
                    throw new IllegalStateException("asked to fail");
                }
                System.out.println(one);
            }
            System.out.println(FreshJvm.DONE);
        }
    }
}
