package lab.jit;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class WarmUpTest {

    @Test
    void theFirstCallInANewJvmIsFarSlowerThanTheLast() throws Exception {
        var warmUp = WarmUp.of(500);

        assertThat(warmUp.calls()).hasSize(500);
        assertThat(warmUp.first()).isGreaterThan(warmUp.warm().multipliedBy(5));
    }

    @Test
    void anInterruptEndsTheNewJvm() throws Exception {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> WarmUp.of(20_000)).isInstanceOf(InterruptedException.class);
        assertThat(ProcessHandle.current().children().filter(WarmUpTest::isFreshJvm).toList())
                .allSatisfy(jvm -> assertThat(jvm.onExit()).succeedsWithin(ofSeconds(10)));
    }

    private static boolean isFreshJvm(ProcessHandle child) {
        return child.info().commandLine().orElse("").contains("FirstCalls");
    }

    @Test
    void tooFewCallsAreRejected() {
        assertThatThrownBy(() -> WarmUp.of(10)).hasMessageContaining("calls must be 100 to 20,000");
    }
}
