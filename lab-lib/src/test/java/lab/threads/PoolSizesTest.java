package lab.threads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PoolSizesTest {

    @Test
    void tasksThatWaitAreDoneFasterByMoreThreads() throws Exception {
        var sizes = PoolSizes.of("waiting", 16, () -> Thread.sleep(5), 1, 8);

        var waiting = sizes.kind("waiting");
        assertThat(waiting.enough()).isEqualTo(8);
        assertThat(waiting.speedUp(8).value()).isGreaterThan(3);
        assertThat(waiting.cores().get(8)).isLessThan(waiting.speedUp(8).value());
        assertThat(sizes.finding())
                .contains("waiting: ×", "as fast with 8 threads as with 1 thread (");
        assertThat(sizes.shape().lines().getFirst().points().getFirst().y()).isEqualTo(1);
    }

    @Test
    void sizesAreSortedAndTheSmallestIsTheMeasure() throws Exception {
        var sizes = PoolSizes.of("nothing", 4, () -> Thread.sleep(1), 4, 1, 2);

        assertThat(sizes.kind("nothing").sizes()).containsExactly(1, 2, 4);
        assertThat(sizes.table().orElseThrow().rows())
                .extracting(row -> row.get(1))
                .containsExactly("1", "2", "4");
    }

    @Test
    void aTaskThatFailsEndsTheMeasurementAndIsNamed() {
        assertThatThrownBy(
                        () ->
                                PoolSizes.of(
                                        "broken",
                                        4,
                                        () -> {
                                            throw new IllegalArgumentException("boo");
                                        },
                                        1,
                                        2))
                .hasMessageContaining("boo");
    }

    @Test
    void wrongArgumentsAreNamed() {
        assertThatThrownBy(() -> PoolSizes.of("a", 4, () -> {}, 0, 2))
                .hasMessageContaining("pool size");
        assertThatThrownBy(() -> PoolSizes.of("a", 4, () -> {}, 2)).hasMessageContaining("two");
        assertThatThrownBy(() -> PoolSizes.of("a", 0, () -> {}, 1, 2))
                .hasMessageContaining("tasks");
    }
}
