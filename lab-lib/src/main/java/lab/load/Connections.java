package lab.load;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;

/** At most 256 connections; a request that finds none idle waits for one. */
final class Connections implements AutoCloseable {

    private static final int MOST = 256;

    private final Semaphore permits = new Semaphore(MOST, true);
    private final ConcurrentLinkedDeque<Connection> idle = new ConcurrentLinkedDeque<>();
    private final Set<Connection> all = ConcurrentHashMap.newKeySet();
    private final Target target;
    private final Duration patience;
    private volatile boolean closed;

    Connections(Target target, Duration patience) {
        this.target = target;
        this.patience = patience;
    }

    Connection take() throws IOException, InterruptedException {
        permits.acquire();
        try {
            var kept = idle.pollFirst();
            return kept == null ? open() : kept;
        } catch (IOException | RuntimeException e) {
            permits.release();
            throw e;
        }
    }

    void giveBack(Connection connection) {
        if (connection.isOpen()) {
            idle.addFirst(connection);
        } else {
            all.remove(connection);
            connection.close();
        }
        permits.release();
    }

    private Connection open() throws IOException {
        var connection = new Connection(target, patience);
        all.add(connection);
        if (closed) {
            connection.close();
        }
        return connection;
    }

    @Override
    public void close() {
        closed = true;
        all.forEach(Connection::close);
    }
}
