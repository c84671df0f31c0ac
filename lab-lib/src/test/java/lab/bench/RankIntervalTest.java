package lab.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RankIntervalTest {

    /** Two-sided bounds of U from published tables: U itself is one less than the count. */
    @ParameterizedTest
    @CsvSource({"5,5,0.05,3", "5,5,0.01,1", "8,8,0.05,14", "10,10,0.05,24", "10,20,0.05,56"})
    void boundsMatchThePublishedTables(int first, int second, double doubt, int outside) {
        assertThat(RankInterval.outside(first, second, doubt)).isEqualTo(outside);
    }

    @Test
    void sixForksEachAllowAnErrorRateOfAFifthOfAPercent() {
        assertThat(RankInterval.canReach(6, 6, 0.0022)).isTrue();
        assertThat(RankInterval.canReach(6, 6, 0.0021)).isFalse();
        assertThat(RankInterval.canReach(5, 5, 0.0022)).isFalse();
    }

    @Test
    void forManyForksTheNormalApproximationIsClose() {
        int exact = RankInterval.outside(25, 25, 0.01);
        int next = RankInterval.outside(26, 26, 0.01);

        assertThat(next - exact).isBetween(10, 25);
        assertThat(RankInterval.outside(100, 100, 0.001)).isBetween(3_600, 3_700);
    }

    @Test
    void theShiftIsTheMedianOfAllDifferences() {
        double[] low = IntStream.range(0, 9).asDoubleStream().toArray();
        double[] high = IntStream.range(100, 109).asDoubleStream().toArray();

        var shift = RankInterval.of(high, low, 0.01);

        assertThat(shift.value()).isCloseTo(100, within(1e-9));
        assertThat(shift.low()).isBetween(92.0, 99.0);
        assertThat(shift.high()).isBetween(101.0, 108.0);
    }

    @Test
    void anOutlierHardlyChangesTheInterval() {
        double[] low = {0, 1, 2, 3, 4, 5, 6, 7, 8};
        double[] high = {20, 21, 22, 23, 24, 25, 26, 27, 28};
        double[] wild = {20, 21, 22, 23, 24, 25, 26, 27, 1e9};

        var shift = RankInterval.of(wild, low, 0.01);

        assertThat(shift.value()).isEqualTo(RankInterval.of(high, low, 0.01).value());
        assertThat(shift.high()).isLessThan(30);
    }
}
