package lab.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class OtherLoadTest {

    @Test
    void aKernelThatIsBusyItselfIsReported() {
        assertThat(OtherLoad.ofKernel(0.5).orElseThrow())
                .startsWith("the kernel itself used 0.500 CPUs");
        assertThat(OtherLoad.ofKernel(0.2)).isEmpty();
    }

    @Test
    void drawingProgressInTheWaitingThreadIsNotReported() {
        var load = new OtherLoad();

        for (int i = 0; i < 500; i++) {
            load.caveats();
        }

        assertThat(load.caveats()).noneMatch(told -> told.contains("kernel itself"));
    }
}
