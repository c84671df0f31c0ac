package lab.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StudentTest {

    @ParameterizedTest
    @CsvSource({
        "0.05, 1, 12.706", "0.05, 2, 4.303", "0.01, 3, 5.841", "0.01, 4, 4.604",
        "0.001, 5, 6.869", "0.002, 15, 3.733", "0.05, 30, 2.042", "0.05, 100000, 1.960"
    })
    void quantilesMatchThePublishedTables(double doubt, int freedom, double quantile) {
        assertThat(Student.quantile(doubt, freedom)).isCloseTo(quantile, within(0.001));
    }

    @Test
    void anErrorRateThatIsNotAProbabilityIsRejected() {
        assertThatIllegalArgumentException().isThrownBy(() -> Student.quantile(0, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> Student.quantile(1, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> Student.quantile(0.01, 0));
    }
}
