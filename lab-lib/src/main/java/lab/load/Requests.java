package lab.load;

import java.io.IOException;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Sends requests and notes what became of each. */
final class Requests implements AutoCloseable {

    private static final int WARM_UP = 10;
    private static final Duration WARM_UP_TIME = Duration.ofMillis(300);
    private static final Duration AFTER_ERROR = Duration.ofMillis(10);

    private final Target target;
    private final Duration patience;
    private final Connections connections;
    private final Tally tally = new Tally();

    Requests(Target target, Duration patience) {
        this.target = target;
        this.patience = patience;
        this.connections = new Connections(target, patience);
    }

    /** Loads classes and opens a connection before anything counts. */
    Void warmUp() throws IOException, InterruptedException {
        long end = System.nanoTime() + WARM_UP_TIME.toNanos();
        for (int i = 0; i < WARM_UP && System.nanoTime() < end; i++) {
            Connection connection;
            try {
                connection = connections.take();
            } catch (IOException e) {
                throw new IOException(
                        "%s does not answer (%s); start the server before the load"
                                .formatted(target.uri(), Failure.of(e)),
                        e);
            }
            warmUp(connection);
        }
        return null;
    }

    private void warmUp(Connection connection) {
        try {
            connection.ask();
        } catch (IOException uncounted) {
            // It will show again where it counts.
        } finally {
            connections.giveBack(connection);
        }
    }

    /** One request that should have started at {@code due}; true if it was answered well. */
    boolean request(long due) {
        try {
            var connection = connections.take();
            try {
                long sent = System.nanoTime();
                return tally.answered(connection.ask(), due, sent);
            } finally {
                connections.giveBack(connection);
            }
        } catch (IOException e) {
            tally.failed(connections.isClosed() ? Failure.UNANSWERED : Failure.of(e));
        } catch (InterruptedException stopped) {
            tally.failed(Failure.UNANSWERED);
        }
        return false;
    }

    /** One client that asks again whenever it was answered. */
    void client(BooleanSupplier more) {
        boolean goesOn = true;
        while (goesOn && more.getAsBoolean()) {
            goesOn = request(System.nanoTime()) || pause();
        }
    }

    /** A server that refuses at once must not be asked a million times. */
    private static boolean pause() {
        try {
            Thread.sleep(AFTER_ERROR);
            return true;
        } catch (InterruptedException stopped) {
            return false;
        }
    }

    Duration patience() {
        return patience;
    }

    Target target() {
        return target;
    }

    Tally tally() {
        return tally;
    }

    @Override
    public void close() {
        connections.close();
    }
}
