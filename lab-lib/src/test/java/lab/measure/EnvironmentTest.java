package lab.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EnvironmentTest {

    @Test
    void theHeapFitsIntoMemoryAndEveryFactIsReported() {
        var here = Environment.here();

        assertThat(here.heapBytes()).isPositive().isLessThanOrEqualTo(here.memoryBytes());
        assertThat(here.facts())
                .containsOnlyKeys("CPUs", "memory", "heap at most", "collector", "Java");
        assertThat(here.toString()).contains("collector     " + here.collector());
    }

    @Test
    void collectorsAreNamedByTheirFlag() {
        assertThat(Environment.collector("G1 Young Generation")).isEqualTo("G1");
        assertThat(Environment.collector("Copy")).isEqualTo("Serial");
        assertThat(Environment.collector("PS Scavenge")).isEqualTo("Parallel");
        assertThat(Environment.collector("ZGC Minor Cycles")).isEqualTo("ZGC");
        assertThat(Environment.collector("Shenandoah Pauses")).isEqualTo("Shenandoah");
    }
}
