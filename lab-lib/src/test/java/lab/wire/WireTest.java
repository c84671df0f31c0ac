package lab.wire;

import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WireTest {

    @Test
    void aRoundTripTakesAtLeastAsLongAsConfiguredAndIsCounted() throws Exception {
        try (var echo = new Echo();
                var wire = Wire.to(echo.port()).roundTrip(ofMillis(40));
                var socket = connect(wire)) {
            roundTrip(socket);
            long start = System.nanoTime();
            for (int i = 0; i < 3; i++) {
                roundTrip(socket);
            }

            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isBetween(ofMillis(120), ofMillis(600));
            assertThat(wire.roundTrips()).isEqualTo(4);
            assertThat(wire.bytes()).isEqualTo(4 * 2);
            assertThat(wire.connections()).isEqualTo(1);
        }
    }

    @Test
    void openingAConnectionCostsOneRoundTripMore() throws Exception {
        try (var echo = new Echo();
                var wire = Wire.to(echo.port()).roundTrip(ofMillis(40))) {
            long start = System.nanoTime();
            try (var socket = connect(wire)) {
                roundTrip(socket);
            }

            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isGreaterThanOrEqualTo(ofMillis(80));
        }
    }

    @Test
    void manyBytesArriveInOrderAndArePipelinedNotDelayedOneByOne() throws Exception {
        var sent = new byte[4 * 1024 * 1024];
        new Random(1).nextBytes(sent);
        try (var echo = new Echo();
                var wire = Wire.to(echo.port()).roundTrip(ofMillis(20));
                var socket = connect(wire)) {
            var received =
                    CompletableFuture.supplyAsync(
                            () -> readToEnd(socket), Thread::startVirtualThread);
            long start = System.nanoTime();
            socket.getOutputStream().write(sent);
            socket.shutdownOutput();

            assertThat(received.get()).isEqualTo(sent);
            // Delayed piece by piece, 64 pieces of 64 KiB would take 1,280 ms at least.
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(ofMillis(1_000));
            assertThat(wire.bytes()).isEqualTo(2L * sent.length);
        }
    }

    @Test
    void aHundredConnectionsDoNotWaitForEachOther() throws Exception {
        try (var echo = new Echo();
                var wire = Wire.to(echo.port()).roundTrip(ofMillis(50));
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            long start = System.nanoTime();
            var all =
                    IntStream.range(0, 100)
                            .mapToObj(i -> CompletableFuture.runAsync(() -> visit(wire), threads))
                            .toArray(CompletableFuture[]::new);
            CompletableFuture.allOf(all).get();

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(ofMillis(2_500));
            assertThat(wire.connections()).isEqualTo(100);
            assertThat(wire.roundTrips()).isEqualTo(100);
        }
    }

    @Test
    void closingEndsEveryConnectionAndEveryThreadAndFreesThePort() throws Exception {
        try (var echo = new Echo()) {
            var wire = Wire.to(echo.port()).roundTrip(ofMillis(1));
            try (var socket = connect(wire)) {
                roundTrip(socket);
                wire.close();

                assertThat(readToEnd(socket)).isEmpty();
                assertThat(wire.isEnded()).isTrue();
                assertThatExceptionOfType(IOException.class).isThrownBy(() -> connect(wire));
            }
        }
    }

    @Test
    void wrongArgumentsNameTheBoundTheValueAndTheWayOut() throws Exception {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Wire.to(70_000))
                .withMessageContaining("1 to 65535, was 70000");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Wire.to(80).roundTrip(ofMillis(-1)))
                .withMessageContaining("0 to 10 seconds")
                .withMessageContaining("ofMillis(10)");
        int free;
        try (var echo = new Echo()) {
            free = echo.port();
        }
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> Wire.to(free).roundTrip(ofMillis(1)))
                .withMessageContaining("nothing listens on port " + free);
    }

    private static Socket connect(Wire wire) throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), wire.port());
    }

    private static void visit(Wire wire) {
        try (var socket = connect(wire)) {
            roundTrip(socket);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void roundTrip(Socket socket) throws IOException {
        socket.getOutputStream().write('?');
        assertThat(socket.getInputStream().read()).isEqualTo('?');
    }

    private static byte[] readToEnd(Socket socket) {
        try {
            return socket.getInputStream().readAllBytes();
        } catch (IOException reset) {
            return new byte[0];
        }
    }
}
