package lab.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import lab.measure.Latency;
import lab.wire.Wire;

/** One HTTP client with a wire of its own, which counts connections and round trips. */
final class Client implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final HttpSite site;
    private final boolean kept;
    private final Wire wire;
    private final HttpClient http;
    private final HttpRequest request;
    private long requests;
    private long connectionsBefore;
    private long roundTripsBefore;

    Client(HttpSite site, Duration roundTrip, boolean kept) throws IOException {
        this.site = site;
        this.kept = kept;
        wire = Wire.to(site.port()).roundTrip(roundTrip);
        http = site.client();
        request =
                HttpRequest.newBuilder(
                                URI.create(
                                        "%s://127.0.0.1:%d%s"
                                                .formatted(
                                                        site.isTls() ? "https" : "http",
                                                        wire.port(),
                                                        kept ? HttpSite.KEPT : HttpSite.ENDED)))
                        .timeout(PATIENCE)
                        .build();
    }

    void warmUp(int times) throws IOException, InterruptedException {
        for (int i = 0; i < times; i++) {
            ask();
        }
        requests = 0;
        connectionsBefore = wire.connections();
        roundTripsBefore = wire.roundTrips();
    }

    void ask() throws IOException, InterruptedException {
        requests++;
        int status = http.send(request, BodyHandlers.ofString()).statusCode();
        if (status != 200) {
            throw new IOException("%s answered with status %d".formatted(request.uri(), status));
        }
    }

    /** What its requests took since the warm-up. */
    KeepAlive.Lane lane(Latency latency) {
        long connections = wire.connections() - connectionsBefore;
        return new KeepAlive.Lane(
                site.isTls(),
                kept,
                latency,
                requests,
                connections,
                wire.roundTrips() - roundTripsBefore + connections);
    }

    @Override
    public void close() {
        http.shutdownNow();
        wire.close();
    }
}
