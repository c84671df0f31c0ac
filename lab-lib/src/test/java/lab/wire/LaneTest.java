package lab.wire;

import static java.time.Duration.ofMillis;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LaneTest {

    private static final int MORE_THAN_A_LANE_TAKES = 8 * 1024 * 1024 + 1;

    private final CountDownLatch full = new CountDownLatch(1);
    private final AtomicLong heard = new AtomicLong();

    @Test
    void aFullLaneLeavesNoThreadWaitingWhenItsReaderDisconnects() throws Exception {
        try (var entrance = new ServerSocket(0, 2, InetAddress.getLoopbackAddress());
                var client = connect(entrance);
                var from = entrance.accept();
                var to = connect(entrance);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            new Lane(from, to, ofMillis(500), this::count, () -> {}, () -> close(from))
                    .start(threads);
            Thread.startVirtualThread(() -> pour(client));
            full.await();
            to.close();

            threads.shutdown();

            boolean ended = threads.awaitTermination(20, SECONDS);
            threads.shutdownNow();
            assertThat(ended).isTrue();
        }
    }

    private static Socket connect(ServerSocket entrance) throws IOException {
        return new Socket(entrance.getInetAddress(), entrance.getLocalPort());
    }

    private void count(int bytes) {
        if (heard.addAndGet(bytes) >= MORE_THAN_A_LANE_TAKES) {
            full.countDown();
        }
    }

    private static void pour(Socket client) {
        try {
            client.getOutputStream().write(new byte[2 * MORE_THAN_A_LANE_TAKES]);
        } catch (IOException brokenOff) {
            // Expected.
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
