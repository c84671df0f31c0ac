package lab.wire;

import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicReference;

/** One connection through the wire: two lanes, and which side sent last. */
final class Link {

    private enum Speaker {
        NEITHER,
        CLIENT,
        SERVER
    }

    private final Wire wire;
    private final Socket client;
    private final Socket server;
    private final AtomicReference<Speaker> last = new AtomicReference<>(Speaker.NEITHER);
    private final CountDownLatch lanes = new CountDownLatch(2);

    Link(Wire wire, Socket client, Socket server) throws IOException {
        this.wire = wire;
        this.client = client;
        this.server = server;
        client.setTcpNoDelay(true);
    }

    /** Returns when both ends have finished sending, or one end has closed the connection. */
    void relay(ExecutorService threads) throws InterruptedException {
        lane(client, server, this::clientSpoke).start(threads);
        lane(server, client, this::serverSpoke).start(threads);
        lanes.await();
    }

    private Lane lane(Socket from, Socket to, Lane.Listener listener) {
        return new Lane(from, to, wire.oneWay(), listener, lanes::countDown, this::breakOff);
    }

    private void clientSpoke(int bytes) {
        wire.carried(bytes);
        if (last.getAndSet(Speaker.CLIENT) != Speaker.CLIENT) {
            wire.turned();
        }
    }

    private void serverSpoke(int bytes) {
        wire.carried(bytes);
        last.set(Speaker.SERVER);
    }

    private void breakOff() {
        for (var socket : new Socket[] {client, server}) {
            try {
                socket.close();
            } catch (IOException alreadyClosed) {
                // Both ends have seen it.
            }
        }
    }
}
