package lab.eventloop;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import lab.measure.Latency;
import lab.measure.Samples;
import lab.measure.Text;
import lab.server.LoopServer;

/** A few requests to one path, at equal distances or all at once, and how long each takes. */
final class TimedRequests implements AutoCloseable {

    private static final int OK = 200;
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final HttpClient client = HttpClient.newHttpClient();
    private final Samples waited = new Samples();
    private final List<CompletableFuture<?>> running = new ArrayList<>();
    private final LoopServer server;
    private final String path;

    TimedRequests(LoopServer server, String path) {
        this.server = server;
        this.path = path;
    }

    /** Prepares the client with a request to another path: its own first steps do not count. */
    TimedRequests warmUp(String other) throws IOException, InterruptedException {
        client.send(request(server.at(other)), BodyHandlers.discarding());
        server.takeFailure(path);
        return this;
    }

    private static HttpRequest request(URI address) {
        return HttpRequest.newBuilder(address).timeout(LIMIT).build();
    }

    void send(int times, Duration apart) throws InterruptedException {
        var request = request(server.at(path));
        for (int i = 0; i < times; i++) {
            Thread.sleep(apart);
            long start = System.nanoTime();
            running.add(
                    client.sendAsync(request, BodyHandlers.discarding())
                            .thenAccept(response -> arrived(response, start)));
        }
    }

    /**
     * How long the requests took, once all have their response.
     *
     * @throws IllegalStateException if one failed; the cause is what the handler threw
     */
    Latency waited() throws InterruptedException {
        try {
            CompletableFuture.allOf(running.toArray(CompletableFuture[]::new)).get();
            return waited.latency();
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        }
    }

    private IllegalStateException failure(Throwable seen) {
        var failure = server.takeFailure(path);
        if (failure.isPresent()) {
            return new IllegalStateException(failure.get().finding(), failure.get().thrown());
        }
        var reason =
                seen instanceof HttpTimeoutException
                        ? "no response within " + Text.of(LIMIT)
                        : String.valueOf(seen.getMessage());
        return new IllegalStateException("a request to %s failed: %s".formatted(path, reason));
    }

    private void arrived(HttpResponse<Void> response, long start) {
        if (response.statusCode() != OK) {
            throw new IllegalStateException("its status was " + response.statusCode());
        }
        waited.recordNanos(System.nanoTime() - start);
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
