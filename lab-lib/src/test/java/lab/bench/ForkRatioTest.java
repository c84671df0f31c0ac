package lab.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ForkRatioTest {

    private static final List<Double> HUNDRED = List.of(99.0, 101.0, 100.0, 102.0, 98.0, 100.0);

    @Test
    void theRatioComparesTypicalForks() {
        var twice = HUNDRED.stream().map(fork -> 2 * fork).toList();

        var factor = ForkRatio.of(twice, HUNDRED, 0.0022);

        assertThat(factor.value()).isCloseTo(2, within(0.02));
        assertThat(factor.low()).isBetween(1.9, 2.0);
        assertThat(factor.high()).isBetween(2.0, 2.1);
    }

    @Test
    void swappingTheBenchmarksInvertsTheRatio() {
        var others = List.of(80.0, 81.0, 79.0, 83.0, 80.0, 82.0);

        var factor = ForkRatio.of(HUNDRED, others, 0.0022);
        var inverse = ForkRatio.of(others, HUNDRED, 0.0022).inverse();

        assertThat(factor.value()).isCloseTo(inverse.value(), within(1e-9));
        assertThat(factor.low()).isCloseTo(inverse.low(), within(1e-9));
    }

    @Test
    void threeForksThatAgreeByChanceDoNotShowAFactorOfOneAndAHalf() {
        var same = List.of(100.0, 100.0, 100.0);

        assertThat(ForkRatio.of(List.of(150.0, 150.0, 150.0), same, 0.001).isClear()).isFalse();
        assertThat(ForkRatio.of(List.of(200.0, 200.0, 200.0), same, 0.001).isClear()).isTrue();
    }

    @Test
    void oneForkEachShowsOnlyDifferencesTooLargeForNoise() {
        assertThat(ForkRatio.of(List.of(100.0), List.of(1.0), 0.005).isClear()).isTrue();
        assertThat(ForkRatio.of(List.of(10.0), List.of(1.0), 0.0002).isClear()).isFalse();
    }

    @Test
    void aBenchmarkThatTakesNoTimeIsStillCompared() {
        assertThat(ForkRatio.of(List.of(1.0, 1.0), List.of(0.0, 0.0), 0.001).isClear()).isTrue();
    }
}
