package lab.eventloop;

import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import lab.load.LoadResult;
import lab.load.Model;
import lab.measure.Latency;
import lab.measure.Samples;
import lab.server.LoopServer;
import lab.server.Work;
import org.junit.jupiter.api.Test;

class ExperimentTest {

    @Test
    void requestsToOtherPathsWaitWhileOneHandlerBlocksTheLoop() throws Exception {
        try (var server = LoopServer.open()) {
            server.on(
                    "/block",
                    request -> {
                        Work.spin(ofMillis(400));
                        request.response().end();
                    });

            var stall = Experiment.on(server, ofMillis(1_500)).request("/block", 1);

            assertThat(stall.requests().count()).isEqualTo(1);
            assertThat(stall.fast().max()).isGreaterThan(ofMillis(200));
            assertThat(stall.fast().max()).isGreaterThan(stall.fast().p50().multipliedBy(5));
        }
    }

    @Test
    void anExceptionOfAHandlerIsNamedAndIsTheCause() {
        try (var server = LoopServer.open()) {
            server.on(
                    "/broken",
                    request -> {
                        throw new UnsupportedOperationException("no luck");
                    });

            assertThatThrownBy(() -> Experiment.on(server, ofMillis(1_500)).request("/broken", 1))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage(
                            "your handler of /broken threw UnsupportedOperationException: no luck")
                    .hasCauseInstanceOf(UnsupportedOperationException.class);
        }
    }

    @Test
    void aStatusThatIsNotOkIsAFailure() {
        try (var server = LoopServer.open()) {
            server.on("/teapot", request -> request.response().setStatusCode(418).end());

            assertThatThrownBy(() -> Experiment.on(server, ofMillis(1_500)).request("/teapot", 1))
                    .hasMessage("a request to /teapot failed: its status was 418");
        }
    }

    @Test
    void aStallOfAnyLengthLeavesOneSampleOfLag() throws Exception {
        try (var server = LoopServer.open()) {
            server.on(
                    "/block",
                    request -> {
                        Work.spin(ofMillis(2_000));
                        request.response().end();
                    });

            var lag = Experiment.on(server, ofMillis(3_000)).request("/block", 1).lag();

            long stalls = lag.samples().stream().filter(sample -> sample.value() > 1_000).count();
            assertThat(stalls).isEqualTo(1);
            assertThat(lag.longestSilence()).isGreaterThan(ofMillis(1_000));
        }
    }

    @Test
    void aLateGeneratorAndFailedRequestsAreReported() {
        var early = wait(ofMillis(1));
        var late = wait(ofMillis(40));

        assertThat(stall(early, new TreeMap<>()).finding()).doesNotContain("failed");
        assertThat(stall(early, new TreeMap<>()).caveats()).isEmpty();
        assertThat(Stalls.of(stall(late, new TreeMap<>())).caveats())
                .containsExactly(
                        "/sleep: the load generator itself was 40.0 ms late at p99:"
                                + " trust the order, not the digits");
        assertThat(
                        Stalls.of(stall(early, new TreeMap<>(Map.of("connection refused", 7L))))
                                .finding())
                .contains("7 failed");
    }

    private static Latency wait(Duration each) {
        var samples = new Samples();
        samples.record(each);
        return samples.latency();
    }

    private static Stall stall(Latency lateness, TreeMap<String, Long> errors) {
        var waited = wait(ofMillis(50));
        var clients =
                new LoadResult(
                        "/fast",
                        new Model.Open(100),
                        Duration.ofSeconds(3),
                        waited,
                        waited,
                        lateness,
                        errors,
                        Optional.empty());
        return new Stall("/sleep", clients, Lag.of(ofMillis(10), List.of()), waited);
    }

    @Test
    void anInvalidArgumentIsRejectedWithItsBoundAndAFix() {
        try (var server = LoopServer.open()) {
            assertThatThrownBy(
                            () -> Experiment.on(server, Duration.ofSeconds(1)).request("/typo", 1))
                    .hasMessageContaining("path must be one of [/fast], was \"/typo\"");
            assertThatThrownBy(() -> Experiment.on(server, Duration.ofSeconds(-1)))
                    .hasMessageContaining("time must be above 0");
            assertThatThrownBy(
                            () -> Experiment.on(server, Duration.ofSeconds(1)).request("/fast", 0))
                    .hasMessageContaining("times must be 1 to 100, was 0");
        }
    }
}
