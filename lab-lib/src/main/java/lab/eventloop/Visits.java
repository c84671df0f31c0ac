package lab.eventloop;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import lab.measure.Latency;
import lab.measure.Samples;

/** A few requests whose own waiting is measured too, one every so often or all at once. */
final class Visits implements AutoCloseable {

    private static final int OK = 200;
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final HttpClient client = HttpClient.newHttpClient();
    private final Samples waited = new Samples();
    private final List<CompletableFuture<?>> running = new ArrayList<>();
    private final HttpRequest request;

    Visits(URI address) {
        request = HttpRequest.newBuilder(address).timeout(LIMIT).build();
    }

    /** Gets the client ready, so that its own first steps do not count as waiting. */
    Visits warmUp(URI address) throws IOException, InterruptedException {
        client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding());
        return this;
    }

    void pay(int times, Duration apart) throws InterruptedException {
        for (int i = 0; i < times; i++) {
            Thread.sleep(apart);
            long start = System.nanoTime();
            running.add(
                    client.sendAsync(request, BodyHandlers.discarding())
                            .thenAccept(answer -> arrived(answer, start)));
        }
    }

    /** What the visitors waited, once all have their answer. */
    Latency waited() throws IOException, InterruptedException {
        try {
            CompletableFuture.allOf(running.toArray(CompletableFuture[]::new)).get();
            return waited.latency();
        } catch (ExecutionException e) {
            throw new IOException(
                    "a visit of %s failed: %s".formatted(request.uri(), e.getCause()), e);
        }
    }

    private void arrived(HttpResponse<Void> answer, long start) {
        if (answer.statusCode() != OK) {
            throw new IllegalStateException("it answered with status " + answer.statusCode());
        }
        waited.recordNanos(System.nanoTime() - start);
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
