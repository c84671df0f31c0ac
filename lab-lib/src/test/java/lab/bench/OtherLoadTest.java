package lab.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OtherLoadTest {

    @Test
    void aBusyCpuAmongFourLeavesEnoughForOneThread() {
        assertThat(OtherLoad.caveat(1.0, 4, 1)).isEmpty();
    }

    @Test
    void aBusyCpuOfTwoDoesNot() {
        assertThat(OtherLoad.caveat(1.0, 2, 1))
                .hasValue("the machine was not quiet (others kept 1 of 2 CPUs busy)");
    }

    @Test
    void aBusyCpuOfFourIsTooMuchForFourThreads() {
        assertThat(OtherLoad.caveat(1.0, 4, 4)).isPresent();
    }

    @Test
    void aLittleIsNeverTooMuch() {
        assertThat(OtherLoad.caveat(0.2, 1, 1)).isEmpty();
    }
}
