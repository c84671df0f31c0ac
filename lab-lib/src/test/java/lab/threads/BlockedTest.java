package lab.threads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class BlockedTest {

    @Test
    void aVirtualThreadThatWaitsCostsLessMemoryThanAPlatformThread() throws Exception {
        var blocked = Blocked.of(2_000);

        var platform = blocked.run("platform threads");
        var virtual = blocked.run("virtual threads");
        assertThat(platform.threads()).isEqualTo(2_000);
        assertThat(virtual.heap()).isPositive();
        if (platform.resident() > 0) {
            assertThat(platform.each()).isGreaterThan(2 * virtual.each());
        }
        assertThat(blocked.finding()).contains("2,000 virtual threads: ");
    }

    @Test
    void wrongArgumentsAreNamed() {
        assertThatThrownBy(() -> Blocked.of(0)).hasMessageContaining("threads");
    }
}
