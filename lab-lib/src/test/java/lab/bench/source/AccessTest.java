package lab.bench.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import jdk.jshell.JShell;
import org.junit.jupiter.api.Test;

class AccessTest {

    @Test
    void previewFeaturesAndModulesArePassedToCompilerAndJvm() {
        var access =
                Access.of(
                        List.of(
                                "--enable-preview",
                                "--release",
                                "25",
                                "--add-modules=jdk.incubator.vector",
                                "-p",
                                "mods"),
                        List.of());

        assertThat(access.compiler())
                .containsExactly(
                        "--enable-preview",
                        "--release=25",
                        "--add-modules=jdk.incubator.vector",
                        "--module-path=mods");
        assertThat(access.jvm())
                .containsExactly(
                        "--enable-preview",
                        "--add-modules=jdk.incubator.vector",
                        "--module-path=mods");
    }

    @Test
    void packagesOpenedInTheKernelsJvmAreOpenToTheBenchmarkToo() {
        var flags =
                List.of(
                        "--enable-preview",
                        "--add-opens=java.base/java.nio=ALL-UNNAMED",
                        "--enable-native-access=ALL-UNNAMED",
                        "--enable-preview");

        assertThat(Access.of(List.of(), flags).jvm())
                .containsExactly(
                        "--enable-preview",
                        "--add-opens=java.base/java.nio=ALL-UNNAMED",
                        "--enable-native-access=ALL-UNNAMED");
        assertThat(Access.of(List.of(), flags).compiler()).isEmpty();
    }

    @Test
    void optionsThatChangeSpeedOrCompilerOutputAreNotPassedOn() {
        var access =
                Access.of(
                        List.of(
                                "-d",
                                "elsewhere",
                                "-proc:none",
                                "-Werror",
                                "-Xlint:all",
                                "-cp",
                                "x"),
                        List.of(
                                "-Xmx640m",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "--add-opens=jdk.jshell/jdk.jshell=ALL-UNNAMED",
                                "-Dkey=value"));

        assertThat(access).isEqualTo(Access.none());
    }

    @Test
    void theCompilerOptionsOfAShellAreFound() {
        try (var shell =
                JShell.builder()
                        .executionEngine("local")
                        .compilerOptions("-source", "24")
                        .build()) {
            assertThat(Access.options(shell, Map.of())).containsExactly("-source", "24");
        }
    }

    @Test
    void withoutReflectionTheOptionsComeFromTheKernelsEnvironment() {
        var classic = Map.of("IJAVA_COMPILER_OPTS", "--enable-preview --release 25 \"-p\" \"a b\"");

        assertThat(Access.options(null, classic))
                .containsExactly("--enable-preview", "--release", "25", "-p", "a b");
    }
}
