package lab.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Sends back everything that it receives until the client disconnects. */
final class Echo implements AutoCloseable {

    private final ServerSocket entrance =
            new ServerSocket(0, 200, InetAddress.getLoopbackAddress());

    private final Thread accepting = Thread.ofVirtual().unstarted(this::accept);

    Echo() throws IOException {
        accepting.start();
    }

    int port() {
        return entrance.getLocalPort();
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                var client = entrance.accept();
                client.setTcpNoDelay(true);
                Thread.ofVirtual().start(() -> echo(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void echo(Socket client) {
        try (client) {
            client.getInputStream().transferTo(client.getOutputStream());
        } catch (IOException brokenOff) {
            // The client has disconnected.
        }
    }

    /** The port is free only after the accepting thread has ended. */
    @Override
    public void close() throws IOException, InterruptedException {
        entrance.close();
        accepting.join();
    }
}
