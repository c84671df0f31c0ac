package lab.pool;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import lab.load.LoadResult;
import lab.load.Model;
import lab.measure.Latency;
import lab.measure.Samples;
import org.junit.jupiter.api.Test;

class SizingTest {

    private static final Duration HELD = ofMillis(40);

    @Test
    void theKneeIsTheSmallestSizeWithNinetyPercentOfTheBestThroughput() {
        var sizing = new Sizing(List.of(step(1, 25), step(2, 50), step(4, 95), step(8, 100)));

        assertThat(sizing.knee()).isEqualTo(4);
        assertThat(sizing.shape().knee().orElseThrow().x()).isEqualTo(4);
    }

    @Test
    void stepsAreSortedBySize() {
        var sizing = new Sizing(List.of(step(8, 100), step(1, 25), step(4, 95)));

        assertThat(sizing.steps()).extracting(Borrowing::size).containsExactly(1, 4, 8);
        assertThat(sizing.knee()).isEqualTo(4);
    }

    @Test
    void littlesLawMultipliesTheArrivalRateByTheHoldingTime() {
        var sizing = new Sizing(List.of(step(1, 25), step(8, 100)));

        assertThat(sizing.predicted()).isCloseTo(100 * 0.040, within(0.05));
    }

    @Test
    void aSizeThatWasNotMeasuredIsRejectedWithTheMeasuredOnes() {
        assertThatThrownBy(() -> new Sizing(List.of(step(1, 25))).at(3))
                .hasMessage("there is no pool of 3; there is 1");
        assertThatThrownBy(() -> new Sizing(List.of())).hasMessageContaining("try 1, 2, 4, 8");
    }

    private static Borrowing step(int size, int served) {
        var held = samples(served);
        var load =
                new LoadResult(
                        "a pool",
                        new Model.Open(100),
                        ofSeconds(1),
                        held,
                        held,
                        samples(0),
                        new TreeMap<>(),
                        Optional.empty());
        return new Borrowing(size, load, held, new Gauge("lab", size, List.of()), List.of());
    }

    private static Latency samples(int count) {
        var samples = new Samples();
        for (int i = 0; i < count; i++) {
            samples.record(HELD);
        }
        return samples.latency();
    }
}
