package lab.load;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** GET requests over kept-alive connections. */
final class Requests implements Call {

    private static final int WARM_UP = 10;
    private static final Duration WARM_UP_TIME = Duration.ofMillis(300);
    private static final int OK = 2;

    private final URI uri;
    private final Connections connections;

    Requests(Target target, Duration patience) {
        this.uri = target.uri();
        this.connections = new Connections(target, patience);
    }

    @Override
    public void run(Arrival arrival) throws CallFailed, InterruptedException {
        Response response;
        try {
            response = response(arrival);
        } catch (IOException e) {
            throw new CallFailed(Failure.of(e), e.getMessage());
        }
        if (response.status() / 100 != OK) {
            throw new CallFailed("status " + response.status(), response.reason());
        }
    }

    private Response response(Arrival arrival) throws IOException, InterruptedException {
        var connection = connections.take();
        try {
            arrival.sent();
            return connection.request();
        } finally {
            connections.giveBack(connection);
        }
    }

    /**
     * Loads classes and opens a connection before anything counts; on a virtual thread, because
     * there an interrupt ends the wait for a reply.
     *
     * @throws IOException if nothing listens there
     */
    void warmUp() throws IOException, InterruptedException {
        var warm = new FutureTask<Void>((Callable<Void>) this::sendUncounted);
        var thread = Thread.ofVirtual().name("load-warm-up").start(warm);
        try {
            warm.get();
        } catch (InterruptedException stop) {
            thread.interrupt();
            close();
            throw stop;
        } catch (ExecutionException e) {
            close();
            throw e.getCause() instanceof IOException down ? down : new IOException(e.getCause());
        }
    }

    private Void sendUncounted() throws IOException, InterruptedException {
        long end = System.nanoTime() + WARM_UP_TIME.toNanos();
        for (int i = 0; i < WARM_UP && System.nanoTime() < end; i++) {
            Connection connection;
            try {
                connection = connections.take();
            } catch (IOException e) {
                throw new IOException(
                        "%s does not answer (%s); start the server before the load"
                                .formatted(uri, Failure.of(e)),
                        e);
            }
            sendUncounted(connection);
        }
        return null;
    }

    private void sendUncounted(Connection connection) {
        try {
            connection.request();
        } catch (IOException uncounted) {
            // It will show again where it counts.
        } finally {
            connections.giveBack(connection);
        }
    }

    @Override
    public void close() {
        connections.close();
    }
}
