package lab.stream;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** An HTTP/1.1 client that reads a little, pauses, and reads again. */
final class SlowClient implements AutoCloseable {

    private static final int ONCE = 64 * 1_024;
    private static final Duration PAUSE = Duration.ofMillis(25);

    private final Socket socket;
    private final InputStream in;
    private final byte[] some = new byte[ONCE];
    private long read;

    private SlowClient(Socket socket) throws IOException {
        this.socket = socket;
        this.in = socket.getInputStream();
    }

    static SlowClient of(URI address) throws IOException {
        var socket = new Socket();
        // A fixed size: otherwise Linux lets the buffer grow to megabytes, where bytes hide.
        socket.setReceiveBufferSize(ONCE);
        socket.setSoTimeout((int) Duration.ofMillis(200).toMillis());
        socket.connect(new InetSocketAddress(address.getHost(), address.getPort()));
        var head = "GET %s HTTP/1.1\r\nHost: lab\r\n\r\n".formatted(address.getPath());
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        return new SlowClient(socket);
    }

    /** Whether there may be more. */
    boolean readSome() throws IOException, InterruptedException {
        try {
            int now = in.read(some);
            if (now < 0) {
                return false;
            }
            read += now;
        } catch (SocketTimeoutException nothing) {
            // The server has sent nothing for a while; the caller decides how long to go on.
        }
        Thread.sleep(PAUSE);
        return true;
    }

    long read() {
        return read;
    }

    /** Goes away at once, whatever has not been read. */
    @Override
    public void close() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }
}
