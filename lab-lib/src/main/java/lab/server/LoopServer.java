package lab.server;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import lab.measure.Require;

/**
 * A real Vert.x HTTP server on exactly one event loop, so that everything that happens on it shares
 * one thread, as in Node.js. It answers {@code /fast} at once; the lesson adds paths that do not.
 *
 * <p>One at a time: opening another closes the one before, so that running a cell again is
 * harmless.
 */
public final class LoopServer implements AutoCloseable {

    /** Serves one request in one turn of the loop, or starts what will answer it later. */
    public interface Turn {
        void serve(HttpServerRequest request) throws Exception;
    }

    /**
     * The path that is answered at once: its clients' waiting is what every experiment measures.
     */
    public static final String FAST = "/fast";

    private static final int WORKERS = 4;
    private static final AtomicReference<LoopServer> OPEN = new AtomicReference<>();

    private final Map<String, Turn> turns = new ConcurrentHashMap<>();
    private final Vertx vertx;
    private final HttpServer http;

    private LoopServer(VertxOptions options) {
        vertx = Vertx.vertx(options);
        http = vertx.createHttpServer().requestHandler(this::serve);
        turns.put(FAST, request -> request.response().end("at once"));
    }

    /** Opens a server with one event loop and four workers for {@code executeBlocking}. */
    public static LoopServer open() {
        return open(WORKERS);
    }

    /**
     * Opens a server with one event loop.
     *
     * @param workers threads for {@code executeBlocking}, 1 to 64
     */
    public static LoopServer open(int workers) {
        Require.that(
                workers >= 1 && workers <= 64,
                "workers must be 1 to 64, was %d; try LoopServer.open(4)",
                workers);
        var server = apart(workers);
        closeQuietly(OPEN.getAndSet(server));
        return server;
    }

    /** A server beside the one that is open: for checks, which must not close the learner's. */
    public static LoopServer apart(int workers) {
        // Vert.x's own watchdog would flood the notebook; Onlookers turn it on by themselves.
        var options =
                new VertxOptions()
                        .setEventLoopPoolSize(1)
                        .setWorkerPoolSize(workers)
                        .setBlockedThreadCheckInterval(TimeUnit.DAYS.toMillis(1));
        var server = new LoopServer(options);
        try {
            Patience.await(server.http.listen(0, "127.0.0.1"));
            return server;
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    private static void closeQuietly(LoopServer before) {
        if (before != null) {
            before.close();
        }
    }

    /** Serves a path by this turn from now on. */
    public LoopServer on(String path, Turn turn) {
        requirePath(path);
        Require.given(turn, "turn", "request -> request.response().end()");
        turns.put(path, turn);
        return this;
    }

    private static void requirePath(String path) {
        Require.that(
                path != null && path.startsWith("/"),
                "path must start with a slash, was \"%s\"; try \"/slow\"",
                path);
    }

    /** Whether this path is served. */
    public boolean serves(String path) {
        return turns.containsKey(path);
    }

    /** The paths that are served. */
    public Set<String> paths() {
        return new TreeSet<>(turns.keySet());
    }

    /** The Vert.x instance, for {@code executeBlocking} and {@code setTimer}. */
    public Vertx vertx() {
        return vertx;
    }

    /** The address of a path. */
    public URI at(String path) {
        requirePath(path);
        return URI.create("http://127.0.0.1:" + http.actualPort() + path);
    }

    private void serve(HttpServerRequest request) {
        try {
            turns.getOrDefault(request.path(), LoopServer::notFound).serve(request);
        } catch (Exception e) {
            request.response().setStatusCode(500).end(e.toString());
        }
    }

    private static void notFound(HttpServerRequest request) {
        request.response().setStatusCode(404).end();
    }

    @Override
    public void close() {
        OPEN.compareAndSet(this, null);
        Patience.await(vertx.close());
    }

    @Override
    public String toString() {
        return "one event loop, listening at " + at("/") + ", paths " + paths();
    }
}
