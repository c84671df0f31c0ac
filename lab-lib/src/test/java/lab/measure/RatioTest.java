package lab.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class RatioTest {

    @Test
    void theIntervalIsStudentsTOnALogarithmicScale() {
        // Logarithms 1, 2, 3, 4: mean 2.5, standard error 0.6455, t(99 %, 3) = 5.841.
        var first = List.of(Math.exp(1), Math.exp(2), Math.exp(3), Math.exp(4));

        var ratio = Ratio.of(first, times(4, 1));

        assertThat(ratio.value()).isCloseTo(Math.exp(2.5), within(1e-9));
        assertThat(Math.log(ratio.low())).isCloseTo(2.5 - 3.770, within(0.001));
        assertThat(Math.log(ratio.high())).isCloseTo(2.5 + 3.770, within(0.001));
        assertThat(ratio.conclusive()).isFalse();
    }

    @Test
    void aRatioOnWhichAllRoundsAgreeIsConclusive() {
        var ratio = Ratio.of(List.of(20., 21., 19., 22., 20., 18.), times(6, 10.));

        assertThat(ratio.conclusive()).isTrue();
        assertThat(ratio.low()).isGreaterThan(1.5);
        assertThat(ratio.inverse().value()).isCloseTo(1 / ratio.value(), within(1e-9));
        assertThat(ratio.inverse().low()).isLessThan(ratio.inverse().high());
    }

    @Test
    void aLowerErrorRateGivesAWiderInterval() {
        var first = List.of(20., 21., 19., 22.);

        assertThat(Ratio.of(first, times(4, 10), 0.001).high())
                .isGreaterThan(Ratio.of(first, times(4, 10), 0.01).high());
    }

    @Test
    void threeRoundsThatAgreeAreNotConclusive() {
        assertThat(Ratio.of(times(3, 20.), times(3, 10.)).conclusive()).isFalse();
        assertThat(Ratio.of(times(4, 20.), times(4, 10.)).conclusive()).isTrue();
    }

    @Test
    void aSingleRoundHasNoInterval() {
        var ratio = Ratio.of(times(1, 20.), times(1, 10.));

        assertThat(ratio.low()).isZero();
        assertThat(ratio.high()).isInfinite();
    }

    @Test
    void roundsThatDisagreeAreInconclusive() {
        var ratio = Ratio.of(List.of(9., 11., 9., 11., 9., 11.), times(6, 10.));

        assertThat(ratio.conclusive()).isFalse();
        assertThat(ratio.isSame(0.03)).isFalse();
        assertThat(ratio.low()).isLessThan(1);
        assertThat(ratio.high()).isGreaterThan(1);
    }

    @Test
    void aNarrowIntervalAroundOneMeansTheSame() {
        var ratio = Ratio.of(List.of(10.01, 9.99, 10.02, 9.98), times(4, 10.));

        assertThat(ratio.isSame(0.03)).isTrue();
        assertThat(ratio.isSame(0.001)).isFalse();
    }

    @Test
    void nearOneAThirdDecimalIsShown() {
        assertThat(new Ratio(1.0042, 0.9981, 1.02, 6)).hasToString("×1.004 (×0.998 to ×1.020)");
        assertThat(new Ratio(1, 0.5, 2, 6)).hasToString("×1 (×0.500 to ×2)");
    }

    @Test
    void unpairedSamplesAreRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ratio.of(times(2, 1.), times(3, 1.)))
                .withMessageContaining("were 2 and 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ratio.of(times(1, 0.), times(1, 1.)))
                .withMessageContaining("above 0");
    }

    private static List<Double> times(int count, double value) {
        return Collections.nCopies(count, value);
    }
}
