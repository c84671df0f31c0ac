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
import java.util.TreeSet;
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
            var times = new TreeSet<Duration>();
            for (int i = 0; i < 9; i++) {
                times.add(timed(() -> roundTrip(socket)));
            }

            // A busy machine delays some of them, but not all.
            assertThat(times.first()).isBetween(ofMillis(40), ofMillis(79));
            assertThat(wire.roundTrips()).isEqualTo(10);
            assertThat(wire.bytes()).isEqualTo(10 * 2);
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
    void manyBytesArriveInOrderAndArePipelined() throws Exception {
        var undelayed = timed(() -> sendMegabytes(Duration.ZERO));

        var delayed = timed(() -> sendMegabytes(ofMillis(200)));

        // If each chunk were delayed, 64 chunks of 64 KiB would take 12,800 ms more.
        assertThat(delayed.minus(undelayed)).isLessThan(ofMillis(6_400));
    }

    private static void sendMegabytes(Duration roundTrip) throws Exception {
        var sent = new byte[4 * 1024 * 1024];
        new Random(1).nextBytes(sent);
        try (var echo = new Echo();
                var wire = Wire.to(echo.port()).roundTrip(roundTrip);
                var socket = connect(wire)) {
            var received =
                    CompletableFuture.supplyAsync(
                            () -> readToEnd(socket), Thread::startVirtualThread);
            socket.getOutputStream().write(sent);
            socket.shutdownOutput();

            assertThat(received.get()).isEqualTo(sent);
            assertThat(wire.bytes()).isEqualTo(2L * sent.length);
        }
    }

    @Test
    void aHundredConnectionsRunConcurrently() throws Exception {
        var undelayed = timed(() -> connectHundredfold(Duration.ZERO));

        var delayed = timed(() -> connectHundredfold(ofMillis(50)));

        // Opened and used one after the other, they would take 10,000 ms more.
        assertThat(delayed.minus(undelayed)).isLessThan(ofMillis(5_000));
    }

    private static void connectHundredfold(Duration roundTrip) throws Exception {
        try (var echo = new Echo();
                var wire = Wire.to(echo.port()).roundTrip(roundTrip);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all =
                    IntStream.range(0, 100)
                            .mapToObj(
                                    i ->
                                            CompletableFuture.runAsync(
                                                    () -> connectOnce(wire), threads))
                            .toArray(CompletableFuture[]::new);
            CompletableFuture.allOf(all).get();

            assertThat(wire.connections()).isEqualTo(100);
            assertThat(wire.roundTrips()).isEqualTo(100);
        }
    }

    @Test
    void closingEndsAllConnectionsAndThreadsAndFreesThePort() throws Exception {
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
    void anInvalidArgumentIsRejectedWithItsBoundValueAndAFix() throws Exception {
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

    private interface Action {
        void run() throws Exception;
    }

    private static Duration timed(Action action) throws Exception {
        long start = System.nanoTime();
        action.run();
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static Socket connect(Wire wire) throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), wire.port());
    }

    private static void connectOnce(Wire wire) {
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
