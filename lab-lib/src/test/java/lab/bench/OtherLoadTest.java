package lab.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class OtherLoadTest {

    @Test
    void aBusyCpuAmongFourLeavesEnoughForOneThread() {
        assertThat(OtherLoad.ofOthers(1.0, 4, 1)).isEmpty();
    }

    @Test
    void aBusyCpuOfTwoDoesNot() {
        assertThat(OtherLoad.ofOthers(1.0, 2, 1))
                .hasValue("other programs used 1 of 2 CPUs: trust the order, not the digits");
    }

    @Test
    void oneCpuIsNotCalledSeveral() {
        assertThat(OtherLoad.ofOthers(0.75, 1, 1).orElseThrow()).contains("0.750 of 1 CPU:");
    }

    @Test
    void aBusyCpuOfFourIsTooMuchForFourThreads() {
        assertThat(OtherLoad.ofOthers(1.0, 4, 4)).isPresent();
    }

    @Test
    void aLittleIsNeverTooMuch() {
        assertThat(OtherLoad.ofOthers(0.2, 1, 1)).isEmpty();
    }

    @Test
    void aKernelThatIsBusyItselfIsReported() {
        assertThat(OtherLoad.ofKernel(0.5).orElseThrow())
                .startsWith("the kernel itself used 0.500 CPUs");
        assertThat(OtherLoad.ofKernel(0.2)).isEmpty();
    }

    @Test
    void theThreadThatWaitsForTheResultMayDrawItsProgress() {
        var load = new OtherLoad(ProcessHandle.current());

        for (int i = 0; i < 500; i++) {
            load.caveats(1);
        }

        assertThat(load.caveats(1)).noneMatch(told -> told.contains("kernel itself"));
    }
}
