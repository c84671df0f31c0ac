package lab.eventloop;

import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class ExperimentTest {

    @Test
    void whoSharesTheLoopWaitsForTheOneWhoHoldsIt() throws Exception {
        try (var server = LoopServer.open()) {
            server.on(
                    "/hold",
                    request -> {
                        Work.spin(ofMillis(400));
                        request.response().end();
                    });

            var stall = server.during(ofMillis(1_500)).visit("/hold", 1);

            assertThat(stall.visits().count()).isEqualTo(1);
            assertThat(stall.fast().max()).isGreaterThan(ofMillis(200));
            assertThat(stall.fast().max()).isGreaterThan(stall.fast().p50().multipliedBy(5));
        }
    }

    @Test
    void aVisitThatFailsIsNoVisit() {
        try (var server = LoopServer.open()) {
            server.on(
                    "/broken",
                    request -> {
                        throw new IllegalStateException("no luck");
                    });

            assertThatThrownBy(() -> server.during(ofMillis(1_500)).visit("/broken", 1))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("/broken")
                    .hasMessageContaining("status 500");
        }
    }

    @Test
    void aStallOfAnyLengthLeavesOneSampleOfLag() throws Exception {
        try (var server = LoopServer.open()) {
            server.on(
                    "/hold",
                    request -> {
                        Work.spin(ofMillis(2_000));
                        request.response().end();
                    });

            var lag = server.during(ofMillis(3_000)).visit("/hold", 1).lag();

            long stalls = lag.samples().stream().filter(sample -> sample.value() > 1_000).count();
            assertThat(stalls).isEqualTo(1);
            assertThat(lag.samplesDue() - lag.latency().count()).isGreaterThan(20);
        }
    }
}
