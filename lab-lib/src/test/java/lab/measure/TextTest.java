package lab.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TextTest {

    @Test
    void numbersHaveThreeSignificantDigits() {
        assertThat(Text.of(1234.4)).isEqualTo("1,234");
        assertThat(Text.of(12.345)).isEqualTo("12.3");
        assertThat(Text.of(1.2345)).isEqualTo("1.23");
        assertThat(Text.of(0.012345)).isEqualTo("0.0123");
    }

    @Test
    void aNumberThatRoundsToAnIntegerIsWrittenAsAnInteger() {
        assertThat(Text.of(Math.exp(Math.log(20)))).isEqualTo("20");
        assertThat(Text.of(Double.POSITIVE_INFINITY)).isEqualTo("Infinity");
    }

    @Test
    void durationsHaveASuitableUnit() {
        assertThat(Text.of(Duration.ofNanos(840))).isEqualTo("840 ns");
        assertThat(Text.of(Duration.ofNanos(1_250_000))).isEqualTo("1.25 ms");
        assertThat(Text.of(Duration.ofSeconds(Long.MAX_VALUE))).endsWith(" s");
    }

    @Test
    void smallSharesHaveADecimal() {
        assertThat(Text.percent(0.03)).isEqualTo("3 %");
        assertThat(Text.percent(0.005)).isEqualTo("0.5 %");
        assertThat(Text.percent(0.126)).isEqualTo("13 %");
        assertThat(Text.percent(1.02)).isEqualTo("100 %");
    }
}
