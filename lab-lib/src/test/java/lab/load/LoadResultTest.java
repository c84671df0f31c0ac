package lab.load;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import lab.load.Model.Closed;
import lab.load.Model.Open;
import lab.measure.Latency;
import lab.measure.Samples;
import org.junit.jupiter.api.Test;

class LoadResultTest {

    @Test
    void aLateGeneratorIsACaveat() {
        var late = result(new Open(1), samples(ofMillis(100)), samples(ofMillis(55)));

        assertThat(late.caveats())
                .containsExactly(
                        "the load generator itself was 55.0 ms late at p99:"
                                + " trust the order, not the digits");
        assertThat(late.finding()).contains("generator late by p99 55.0 ms");
    }

    @Test
    void aDelayOfAFewMillisecondsOrATenthOfTheResponseTimeIsNoCaveat() {
        assertThat(result(new Open(1), samples(ofMillis(4)), samples(ofMillis(4))).caveats())
                .isEmpty();
        assertThat(result(new Open(1), samples(ofMillis(900)), samples(ofMillis(55))).caveats())
                .isEmpty();
        assertThat(result(new Closed(1), samples(ofMillis(4)), samples()).caveats()).isEmpty();
    }

    @Test
    void withoutASuccessNoLatencyIsReported() {
        var result = result(new Open(100), samples(), samples(ofMillis(1)));

        assertThat(result.finding())
                .startsWith("open loop, 100 requests a second: no request succeeded; 30 failed")
                .doesNotContain("p50");
    }

    private static LoadResult result(Model model, Latency response, Latency lateness) {
        var errors = new TreeMap<>(Map.of("status 503", 30L));
        return new LoadResult(
                "/buy",
                model,
                ofSeconds(1),
                response,
                response,
                lateness,
                errors,
                Optional.of("status 503"));
    }

    private static Latency samples(Duration... each) {
        var samples = new Samples();
        for (var one : each) {
            samples.record(one);
        }
        return samples.latency();
    }
}
