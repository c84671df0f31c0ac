package lab.measure;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofNanos;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import lab.measure.Dots.Row;
import org.junit.jupiter.api.Test;

class CostsTest {

    private static final Costs COSTS =
            new Costs(
                    List.of(
                            new Cost("roots", ofNanos(900_000), ofNanos(200_000)),
                            new Cost("hash", ofMillis(230), ofMillis(114)),
                            new Cost("lines", ofMillis(90), ofMillis(38))));

    @Test
    void theLongestWorkIsTheFirstRow() {
        assertThat(COSTS.shape().rows())
                .extracting(Row::name)
                .containsExactly("hash", "lines", "roots");
        assertThat(COSTS.shape().rows().getLast().values()).containsExactly(0.9, 0.2);
    }

    @Test
    void theSentenceNamesTheLongestAndTheShortest() {
        assertThat(COSTS.finding())
                .isEqualTo(
                        "hash takes 114 ms (first call 230 ms); roots takes 200 µs (first call"
                                + " 900 µs)");
    }

    @Test
    void aLimitIsDrawnWhereItIsAskedFor() {
        assertThat(COSTS.shape().limit()).isEmpty();
        assertThat(((Dots) COSTS.against(ofMillis(10)).shape()).limit())
                .contains(new Threshold("10 ms", 10));
        assertThatThrownBy(() -> COSTS.against(null)).hasMessageContaining("against(ofMillis(10))");
    }

    @Test
    void eachPieceOfWorkHasItsOwnNameAndALimitIsAboveZero() throws Exception {
        var costs = Costs.of("sum", () -> {});

        assertThatThrownBy(() -> costs.and("sum", () -> {}))
                .hasMessageContaining("\"sum\" is taken");
        assertThatThrownBy(() -> costs.against(Duration.ZERO))
                .hasMessageContaining("limit must be above 0");
    }
}
