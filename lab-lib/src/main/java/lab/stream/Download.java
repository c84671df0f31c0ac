package lab.stream;

import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import lab.measure.Timeline;
import lab.server.LoopServer;

/**
 * A server that sends one file, and counts the bytes that it has read from the file and not yet
 * given to the operating system: those are in its memory. It is for one client at a time.
 */
public final class Download implements AutoCloseable {

    private static final String PATH = "/file";
    private static final int WORKERS = 4;
    private static final double MEGA = 1e6;

    private final LoopServer server = LoopServer.apart(WORKERS);
    private final AtomicReference<CountedStream> response = new AtomicReference<>();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private final AtomicLong waiting = new AtomicLong();
    private final AtomicLong most = new AtomicLong();
    private final Path file;
    private final long bytes;
    private final Sender sender;

    /**
     * Opens the server.
     *
     * @param bytes how many bytes of the file are sent, from its begin
     */
    public Download(Path file, long bytes, Sender sender) {
        this.file = file;
        this.bytes = bytes;
        this.sender = sender;
        server.on(PATH, this::serve);
    }

    private void serve(HttpServerRequest request) {
        waiting.set(0);
        most.set(0);
        var counted = new CountedStream(request.response().setChunked(true), waiting);
        response.set(counted);
        server.vertx()
                .fileSystem()
                .open(file.toString(), new OpenOptions().setWrite(false))
                .onSuccess(opened -> send(opened.setReadLength(bytes), counted, request))
                .onFailure(e -> fail(request, e));
    }

    private void send(AsyncFile opened, CountedStream counted, HttpServerRequest request) {
        // When the client has left, nobody needs the rest of the file.
        var counting = new CountedFile(opened, waiting, most, e -> fail(request, e));
        request.response().closeHandler(left -> counting.close());
        try {
            sender.send(counting, counted);
        } catch (RuntimeException e) {
            fail(request, e);
        }
    }

    private void fail(HttpServerRequest request, Throwable e) {
        failure.compareAndSet(null, e);
        request.connection().close();
    }

    /**
     * Sends it to a client that reads a few MB per second, for this time, and then leaves.
     *
     * @param name of the sender, for the result and the messages
     */
    public Downloads.Run toSlowClient(String name, Duration time)
            throws IOException, InterruptedException {
        var samples = new ArrayList<Timeline.Sample>();
        try (var client = SlowClient.of(address())) {
            long start = System.nanoTime();
            for (var at = Duration.ZERO; at.compareTo(time) < 0; at = since(start)) {
                client.readSome();
                samples.add(new Timeline.Sample(at, waiting.get() / MEGA));
            }
            if (failure.get() != null) {
                throw new IllegalStateException(
                        "\"%s\" failed: %s".formatted(name, failure.get()), failure.get());
            }
            return new Downloads.Run(name, accepted(), client.read(), most.get(), samples);
        }
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** The address of the file. */
    public URI address() {
        return server.at(PATH);
    }

    /** An address of the same event loop that is answered at once. */
    public URI fast() {
        return server.at(LoopServer.FAST);
    }

    /** What the sender threw. */
    public Optional<Throwable> failure() {
        return Optional.ofNullable(failure.get());
    }

    /** How many bytes the response of the last request has accepted. */
    public long accepted() {
        var last = response.get();
        return last == null ? 0 : last.accepted();
    }

    /** Whether the response of the last request was ended. */
    public boolean isEnded() {
        var last = response.get();
        return last != null && last.isEnded();
    }

    @Override
    public void close() {
        server.close();
    }
}
