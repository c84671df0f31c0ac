package lab.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RatioTest {

    @Test
    void aRatioThatEveryPairShowsIsConclusive() {
        var ratio = Ratio.of(List.of(20., 21., 19., 22., 20., 18.), times(6, 10.));

        assertThat(ratio).isEqualTo(new Ratio(2, 1.8, 2.2, 6));
        assertThat(ratio.conclusive()).isTrue();
        assertThat(ratio.inverse().value()).isEqualTo(0.5);
        assertThat(ratio.inverse().low()).isLessThan(ratio.inverse().high());
    }

    @Test
    void fiveUnanimousPairsAreNotYetConclusive() {
        assertThat(Ratio.of(times(5, 20.), times(5, 10.)).conclusive()).isFalse();
        assertThat(Ratio.of(times(6, 20.), times(6, 10.)).conclusive()).isTrue();
    }

    @Test
    void pairsThatDisagreeAreInconclusive() {
        var ratio = Ratio.of(List.of(9., 11., 9., 11., 9., 11.), times(6, 10.));

        assertThat(ratio.conclusive()).isFalse();
        assertThat(ratio.low()).isLessThan(1);
        assertThat(ratio.high()).isGreaterThan(1);
    }

    @Test
    void aFewOutliersDoNotMoveTheIntervalOfManyPairs() {
        // The sign test leaves 9 of 30 ratios out on each side (its table: 9 at 5 %).
        var first = IntStream.rangeClosed(1, 30).mapToObj(i -> i > 21 ? 1e6 : 10. + i).toList();

        assertThat(Ratio.of(first, times(30, 10.)).low()).isEqualTo(2);
        assertThat(Ratio.of(first, times(30, 10.)).high()).isEqualTo(3.1);
    }

    @Test
    void samplesWithoutAPartnerAreRefused() {
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
