package lab.measure;

import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LatencyTest {

    @Test
    void oneSlowSampleInAThousandChangesTheMaximumButNotP99() {
        var samples = new Samples();
        for (int i = 0; i < 999; i++) {
            samples.record(ofMillis(1));
        }
        samples.record(ofMillis(1_000));

        var latency = samples.latency();

        assertThat(latency.count()).isEqualTo(1_000);
        assertThat(latency.p99()).isLessThan(ofMillis(2));
        assertThat(latency.max()).isGreaterThanOrEqualTo(ofMillis(999));
        assertThat(latency.curve().getLast().percentile()).isEqualTo(100);
    }

    @Test
    void withoutSamplesAllValuesAreZero() {
        var latency = new Samples().latency();

        assertThat(latency.count()).isZero();
        assertThat(latency.max()).isEqualTo(Duration.ZERO);
    }
}
