package lab.load;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import lab.load.Model.Closed;
import lab.load.Model.Open;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LoadTest {

    @Test
    void anOpenLoopSendsExactlyTheConfiguredRate() throws Exception {
        try (var server = new TinyServer()) {
            var result = Load.on(server.at("/ok")).run(new Open(200), ofSeconds(1));

            assertThat(result.answered()).isEqualTo(200);
            assertThat(result.errors()).isEmpty();
            assertThat(result.lateness().count()).isEqualTo(200);
            assertThat(server.served()).isBetween(201L, 210L);
        }
    }

    @Test
    void aClosedLoopCountsEveryResponseOfTheServer() throws Exception {
        try (var server = new TinyServer()) {
            var result = Load.on(server.at("/ok")).run(new Closed(3), ofMillis(300));

            assertThat(result.failed()).isZero();
            assertThat(server.served() - result.answered()).isBetween(1L, 10L);
            assertThat(result.lateness().count()).isZero();
        }
    }

    @Test
    void oneStallDelaysATenthOfTheOpenLoopSamplesButOnlyOneClosedLoopSample() throws Exception {
        var open = duringAStall(new Open(200)).response();
        var closed = duringAStall(new Closed(1)).response();

        assertThat(closed.max()).isGreaterThan(ofMillis(250));
        assertThat(open.p90()).isGreaterThan(closed.p90().multipliedBy(4));
    }

    @Test
    void responseTimeIncludesTheWaitForAConnectionAndServiceTimeDoesNot() throws Exception {
        var stalled = duringAStall(new Open(500));

        assertThat(stalled.response().p90()).isGreaterThanOrEqualTo(stalled.service().p90());
        assertThat(stalled.response().max()).isGreaterThan(ofMillis(250));
    }

    private static LoadResult duringAStall(Model model) throws Exception {
        try (var server = new TinyServer();
                var running = Load.on(server.at("/ok")).start(model, ofSeconds(1))) {
            Thread.sleep(300);
            server.stall(ofMillis(400));
            return running.join();
        }
    }

    @Test
    void otherStatusesAreCountedAsErrorsAndNotAsLatency() throws Exception {
        try (var server = new TinyServer()) {
            var result = Load.on(server.at("/busy")).run(new Open(100), ofMillis(300));

            assertThat(result.answered()).isZero();
            assertThat(result.errors()).containsOnly(java.util.Map.entry("status 503", 30L));
            assertThat(result.finding())
                    .contains("30 failed (30 × status 503; the first: Service Unavailable)");
        }
    }

    @Test
    void chunkedUnboundedAndClosingResponsesAreSupported() throws Exception {
        try (var server = new TinyServer()) {
            for (var path : new String[] {"/chunked", "/close", "/empty"}) {
                var result = Load.on(server.at(path)).run(new Open(100), ofMillis(200));

                assertThat(result.answered()).as(path).isEqualTo(20);
            }
        }
    }

    @Test
    void aMissingResponseTimesOutAndIsCounted() throws Exception {
        try (var server = new TinyServer()) {
            var result =
                    Load.on(server.at("/never"))
                            .waitingAtMost(ofMillis(200))
                            .run(new Open(20), ofMillis(200));

            assertThat(result.answered()).isZero();
            assertThat(result.errors())
                    .containsOnly(java.util.Map.entry("no response in time", 4L));
        }
    }

    @Test
    void anUnreachableServerIsReportedBeforeAnyLoad() throws Exception {
        int free;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        var load = Load.on(URI.create("http://127.0.0.1:" + free + "/"));

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> load.run(new Open(10), ofSeconds(1)))
                .withMessageContaining("connection refused")
                .withMessageContaining("start the server before the load");
    }

    @Test
    void aServerThatStopsDuringTheRunIsReportedAsErrors() throws Exception {
        var server = new TinyServer();
        try (var running = Load.on(server.at("/ok")).start(new Open(100), ofSeconds(1))) {
            Thread.sleep(300);
            server.close();
            var result = running.join();

            assertThat(result.answered() + result.failed()).isEqualTo(100);
            assertThat(result.errors()).containsKey("connection refused");
        }
    }

    @Test
    void anInterruptStopsTheLoadAtOnceAndLeavesNoThread() throws Exception {
        try (var server = new TinyServer();
                var running = Load.on(server.at("/ok")).start(new Closed(4), ofSeconds(50))) {
            Thread.currentThread().interrupt();

            assertThatExceptionOfType(InterruptedException.class).isThrownBy(running::join);
            assertThat(Thread.interrupted()).isFalse();
            assertThat(running.isEnded()).isTrue();
        }
    }

    @Test
    void anInterruptEndsEvenTheWaitForAServerThatNeverResponds() throws Exception {
        try (var server = new TinyServer()) {
            Thread.currentThread().interrupt();

            assertThatExceptionOfType(InterruptedException.class)
                    .isThrownBy(() -> Load.on(server.at("/never")).run(new Open(1), ofSeconds(1)));
        }
    }

    @Test
    void aPathInAnyAlphabetIsSentPercentEncoded() throws Exception {
        try (var server = new TinyServer()) {
            var result = Load.on(server.at("/grüße?an=Zoë")).run(new Open(50), ofMillis(200));

            assertThat(result.answered()).isEqualTo(10);
            assertThat(result.target()).isEqualTo("/grüße");
        }
    }

    @Test
    void anInvalidArgumentIsRejectedWithItsBoundValueAndAFix() {
        var load = Load.on(URI.create("http://127.0.0.1:1/"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Open(-5))
                .withMessageContaining("above 0")
                .withMessageContaining("-5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Open(5_000))
                .withMessageContaining("2,000 a second");
        assertThatIllegalArgumentException().isThrownBy(() -> new Open(Double.NaN));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Closed(0))
                .withMessageContaining("clients must be 1 to 256, was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> load.run(new Open(1), Duration.ZERO))
                .withMessageContaining("time must be above 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Load.on(URI.create("https://127.0.0.1/")))
                .withMessageContaining("http address");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Load.on(URI.create("http://example.org/")))
                .withMessageContaining("on this machine");
    }
}
