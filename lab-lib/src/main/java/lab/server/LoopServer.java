package lab.server;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import lab.measure.Require;
import lab.measure.Text;

/**
 * A real Vert.x HTTP server with exactly one event loop, so that all its handlers share one thread,
 * as in Node.js. It answers {@code /fast} at once; a lesson adds paths that block the loop.
 *
 * <p>Only one is open at a time: opening another closes the one before, so that running a cell
 * again is harmless.
 */
public final class LoopServer implements AutoCloseable {

    /** Serves one request on the event loop, or starts what will end the response later. */
    public interface Handler {
        void serve(HttpServerRequest request) throws Exception;
    }

    /** The path that is answered at once: every experiment measures what its clients wait. */
    public static final String FAST = "/fast";

    private static final int WORKERS = 4;
    private static final int MOST_WORKERS = 64;
    private static final int FAILED = 500;
    private static final Duration REVIEW_EVERY = Duration.ofMillis(500);
    private static final int REVIEWS = 10;
    private static final AtomicReference<LoopServer> OPEN = new AtomicReference<>();

    private final Map<String, Handler> handlers = new ConcurrentHashMap<>();
    private final Map<String, HandlerFailure> failures = new ConcurrentHashMap<>();
    private final OpenRequests<HttpServerRequest> openRequests =
            new OpenRequests<>(REVIEWS, LoopServer::isEnded);
    private final Vertx vertx;
    private final HttpServer http;

    private LoopServer(VertxOptions options) {
        vertx = Vertx.vertx(options);
        http = vertx.createHttpServer().requestHandler(this::serve);
        handlers.put(FAST, request -> request.response().end("at once"));
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
        var server = apart(workers);
        closeQuietly(OPEN.getAndSet(server));
        return server;
    }

    /** A server beside the one that is open: for checks, which must not close the learner's. */
    public static LoopServer apart(int workers) {
        Require.within(workers, "workers", 1, MOST_WORKERS, "LoopServer.open(4)");
        // Vert.x's own checker would flood the notebook; Onlookers turn it on by themselves.
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

    /** From now on this handler serves a path. */
    public LoopServer on(String path, Handler handler) {
        requirePath(path);
        Require.given(handler, "handler", "request -> request.response().end()");
        handlers.put(path, handler);
        failures.remove(path);
        return this;
    }

    private static void requirePath(String path) {
        Require.that(
                path != null && path.startsWith("/"),
                "path must start with a slash, was \"%s\"; try \"/slow\"",
                path);
    }

    /** Whether a handler serves this path. */
    public boolean serves(String path) {
        return handlers.containsKey(path);
    }

    /** The paths that are served. */
    public Set<String> paths() {
        return new TreeSet<>(handlers.keySet());
    }

    /** The Vert.x instance, for {@code executeBlocking} and {@code setTimer}. */
    public Vertx vertx() {
        return vertx;
    }

    /** The address of a path. */
    public URI at(String path) {
        requirePath(path);
        var address = URI.create("http://127.0.0.1:" + http.actualPort() + path);
        return URI.create(address.toASCIIString());
    }

    /** The first failure of this path's handler, which is forgotten now. */
    public Optional<HandlerFailure> takeFailure(String path) {
        return Optional.ofNullable(failures.remove(path));
    }

    private void serve(HttpServerRequest request) {
        try {
            handlers.getOrDefault(path(request), LoopServer::notFound).serve(request);
            reviewLater(request);
        } catch (Exception | StackOverflowError | AssertionError e) {
            fail(request, HandlerFailure.threw(path(request), e));
        }
    }

    private static String path(HttpServerRequest request) {
        var path = request.path();
        return path == null || path.indexOf('%') < 0
                ? String.valueOf(path)
                : URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static void notFound(HttpServerRequest request) {
        request.response().setStatusCode(404).end();
    }

    private static boolean isEnded(HttpServerRequest request) {
        return request.response().ended() || request.response().closed();
    }

    /** The first request that stays open starts the reviews; without one the loop is left alone. */
    private void reviewLater(HttpServerRequest request) {
        boolean idle = openRequests.isEmpty();
        openRequests.returned(request);
        if (idle && !openRequests.isEmpty()) {
            expectReview();
        }
    }

    private void expectReview() {
        vertx.setTimer(REVIEW_EVERY.toMillis(), now -> review());
    }

    private void review() {
        var limit = Text.of(REVIEW_EVERY.multipliedBy(REVIEWS));
        openRequests.review(late -> fail(late, HandlerFailure.neverEnded(path(late), limit)));
        if (!openRequests.isEmpty()) {
            expectReview();
        }
    }

    /** The reason phrase carries the failure to clients that know only HTTP. */
    private void fail(HttpServerRequest request, HandlerFailure failure) {
        failures.putIfAbsent(failure.path(), failure);
        var response = request.response();
        if (!response.ended() && !response.headWritten()) {
            response.setStatusCode(FAILED)
                    .setStatusMessage(failure.finding())
                    .end(failure.finding());
        } else if (!response.ended()) {
            request.connection().close();
        }
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
