package lab.stream;

import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import lab.measure.Task;
import lab.server.LoopServer;

/**
 * A server that answers each request with one export, on a virtual thread and a connection of its
 * own.
 */
public final class Exporter implements AutoCloseable {

    private static final String PATH = "/export";
    private static final int WORKERS = 1;

    private final LoopServer server = LoopServer.apart(WORKERS);
    private final DataSource source;
    private final Export export;
    private final Task firstSent;
    private final Task lastSent;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private final AtomicReference<ResponseStream> client = new AtomicReference<>();

    /** A server for this export. */
    public Exporter(DataSource source, Export export) {
        this(source, export, () -> {}, () -> {});
    }

    /**
     * @param firstSent is done on the export's thread after the first bytes have left
     * @param lastSent is done there after the last ones, while the export still has its memory
     */
    Exporter(DataSource source, Export export, Task firstSent, Task lastSent) {
        this.source = source;
        this.export = export;
        this.firstSent = firstSent;
        this.lastSent = lastSent;
        server.on(PATH, request -> Thread.ofVirtual().name("export").start(() -> serve(request)));
    }

    private void serve(HttpServerRequest request) {
        var response = new ResponseStream(request.response(), firstSent);
        client.set(response);
        try (var connection = source.getConnection()) {
            export.send(connection, response);
            lastSent.run();
            response.end();
        } catch (Throwable e) {
            failure.compareAndSet(null, e);
            // Without the last chunk, so that the client sees that something is missing.
            request.connection().close();
        } finally {
            ended.countDown();
        }
    }

    /** The address of the export. */
    public URI address() {
        return server.at(PATH);
    }

    /** Waits until the export has ended, at most this long. */
    public boolean awaitEnd(int seconds) throws InterruptedException {
        return ended.await(seconds, TimeUnit.SECONDS);
    }

    /** What it threw. */
    public Optional<Throwable> failure() {
        return Optional.ofNullable(failure.get());
    }

    /** How many bytes it has sent, or is about to send. */
    public long accepted() {
        var last = client.get();
        return last == null ? 0 : last.accepted();
    }

    @Override
    public void close() {
        server.close();
    }
}
