package lab.wire;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

/**
 * A simulated network delay in front of a server on this machine: connect to {@link #port()}
 * instead of the server's own port. It only delays: it does not limit throughput or change the
 * order. As on a real network, opening a connection costs one additional round trip (it is added to
 * the first bytes, because the relay itself accepts at once).
 *
 * <p>Its counts are exact. {@link #roundTrips()} is usually the number to look at: it depends only
 * on the protocol, not on the machine.
 */
public final class Wire implements AutoCloseable {

    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(10);
    private static final int CONNECT_MILLIS = 3_000;
    private static final int BACKLOG = 1_024;

    /** The server end of a wire. */
    public record FarEnd(InetSocketAddress address) {

        /**
         * Opens the wire.
         *
         * @param roundTrip the delay there and back, 0 to 10 seconds
         * @throws IOException if nothing listens at the server end
         */
        public Wire roundTrip(Duration roundTrip) throws IOException {
            require(
                    roundTrip != null
                            && !roundTrip.isNegative()
                            && roundTrip.compareTo(LONGEST) <= 0,
                    "round trip must be 0 to 10 seconds, was %s; try roundTrip(ofMillis(10))",
                    roundTrip);
            return new Wire(address, roundTrip);
        }
    }

    private final InetSocketAddress target;
    private final Duration roundTrip;
    private final ServerSocket entrance;
    private final ExecutorService threads =
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("wire-", 0).factory());
    private final LongAdder connections = new LongAdder();
    private final LongAdder bytes = new LongAdder();
    private final LongAdder roundTrips = new LongAdder();

    private Wire(InetSocketAddress target, Duration roundTrip) throws IOException {
        this.target = target;
        this.roundTrip = roundTrip;
        reach().close();
        this.entrance = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    /**
     * A wire to the server that listens on a port of this machine.
     *
     * @param port 1 to 65535
     */
    public static FarEnd to(int port) {
        require(
                port >= 1 && port <= 65_535,
                "port must be 1 to 65535, was %d; take the port that the server reports",
                port);
        return to(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }

    /** A wire to a server that may be on another machine: the delay is added to the real one. */
    public static FarEnd to(InetSocketAddress address) {
        require(address != null, "address must be given, was %s; try Wire.to(8080)", address);
        return new FarEnd(address);
    }

    /** The port to connect to: a free port of 127.0.0.1. */
    public int port() {
        return entrance.getLocalPort();
    }

    /** The number of connections that were opened through this wire. */
    public long connections() {
        return connections.sum();
    }

    /** The number of bytes that entered this wire, in both directions. */
    public long bytes() {
        return bytes.sum();
    }

    /** The number of round trips: a client sent something, first or after a reply of the server. */
    public long roundTrips() {
        return roundTrips.sum();
    }

    /** Ends every connection through this wire and frees its port. */
    @Override
    public void close() {
        threads.shutdownNow();
        try {
            entrance.close();
            threads.awaitTermination(CONNECT_MILLIS, TimeUnit.MILLISECONDS);
        } catch (IOException alreadyClosed) {
            // Nothing is left to close.
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    boolean isEnded() {
        return threads.isTerminated();
    }

    Duration oneWay() {
        return roundTrip.dividedBy(2);
    }

    void carried(int count) {
        bytes.add(count);
    }

    void turned() {
        roundTrips.increment();
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                var client = entrance.accept();
                connections.increment();
                threads.execute(() -> connect(client));
            } catch (IOException | RuntimeException closedOrTooManyOpenFiles) {
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    private void connect(Socket client) {
        try (client) {
            // The round trip of the handshake: before its end, no byte reaches the server.
            Thread.sleep(roundTrip);
            try (var server = reach()) {
                new Link(this, client, server).relay(threads);
            }
        } catch (IOException | InterruptedException ended) {
            // The client sees its connection end, as it would on a network.
        }
    }

    private Socket reach() throws IOException {
        var socket = new Socket();
        try {
            socket.connect(target, CONNECT_MILLIS);
            // On a free port of this machine TCP may, rarely, connect a socket to itself.
            if (socket.getLocalSocketAddress().equals(socket.getRemoteSocketAddress())) {
                throw new ConnectException("the socket connected to itself");
            }
            socket.setTcpNoDelay(true);
            return socket;
        } catch (IOException e) {
            socket.close();
            throw new IOException(
                    "nothing listens on port %d of %s; start the server first"
                            .formatted(
                                    target.getPort(),
                                    target.getAddress() != null
                                                    && target.getAddress().isLoopbackAddress()
                                            ? "this machine"
                                            : target.getHostString()),
                    e);
        }
    }

    private static void require(boolean holds, String message, Object value) {
        if (!holds) {
            throw new IllegalArgumentException(message.formatted(value));
        }
    }

    @Override
    public String toString() {
        return ("wire from port %d to port %d, round trip %d µs: %d connections, %d round trips,"
                        + " %d bytes")
                .formatted(
                        port(),
                        target.getPort(),
                        roundTrip.toNanos() / 1_000,
                        connections(),
                        roundTrips(),
                        bytes());
    }
}
