package lab.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class MedianTest {

    @Test
    void itIsTheMiddleValueInWhateverOrder() {
        assertThat(Median.ofNumbers(List.of(9.0, 1.0, 4.0))).isEqualTo(4);
        assertThat(Median.of(List.of(Duration.ofSeconds(3), Duration.ofSeconds(1), Duration.ZERO)))
                .isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void ofAnEvenNumberItIsTheMeanOfTheMiddleTwoForNumbersAndTimesAlike() {
        assertThat(Median.ofNumbers(List.of(1.0, 2.0, 4.0, 90.0))).isEqualTo(3);
        assertThat(Median.ofNanos(List.of(1.0, 2.0, 4.0, 90.0))).isEqualTo(Duration.ofNanos(3));
        assertThat(Median.of(List.of(Duration.ofMillis(2), Duration.ofMillis(4))))
                .isEqualTo(Duration.ofMillis(3));
    }
}
