package lab.stream;

import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import lab.measure.Require;
import lab.measure.Steps;
import lab.measure.Table;
import lab.server.LoopServer;

/**
 * An export that fails after two rows, in several ways: what its client sees, which has already
 * received status 200.
 *
 * @param runs in the order in which they were made
 */
public record Endings(List<Run> runs) {

    private static final String PATH = "/rows";
    private static final String ROW = "{\"id\":1}\n";
    private static final Duration PATIENCE = Duration.ofMillis(1_500);

    /**
     * One way to end.
     *
     * @param whole what a client sees that waits for the whole body
     * @param rows how many rows a client has used that reads line by line
     * @param lines what it sees at the end
     */
    public record Run(String name, Seen whole, long rows, Seen lines) {}

    /** What a client sees. */
    public enum Seen {
        NOTHING("no error"),
        ERROR("an exception"),
        SILENCE("still waits after 1.5 s");

        private final String words;

        Seen(String words) {
            this.words = words;
        }

        /** As it is shown. */
        public String words() {
            return words;
        }
    }

    public Endings {
        runs = List.copyOf(runs);
    }

    /** Ends in this way. */
    public static Endings of(String name, Ending ending) throws InterruptedException {
        return new Endings(List.of()).and(name, ending);
    }

    /** And in another way. */
    public Endings and(String name, Ending ending) throws InterruptedException {
        Require.given(name, "name", "\"end\"");
        Require.given(ending, "ending", "request -> request.response().end()");
        var more = new ArrayList<>(runs);
        try (var steps = Steps.one(name, Duration.ZERO);
                var server = LoopServer.apart(1)) {
            server.on(PATH, request -> fail(request, ending));
            var rows = new AtomicLong();
            var whole = seen(() -> body(server.at(PATH)));
            var lines = seen(() -> lines(server.at(PATH), rows));
            more.add(new Run(name, whole, rows.get(), lines));
        }
        return new Endings(more);
    }

    private static void fail(HttpServerRequest request, Ending ending) {
        request.response()
                .setChunked(true)
                .write(ROW + ROW)
                .onSuccess(sent -> end(request, ending));
    }

    /** An exception of a handler that runs later reaches the log at most, and never the client. */
    private static void end(HttpServerRequest request, Ending ending) {
        try {
            ending.end(request);
        } catch (Exception onlyLogged) {
            // The log of a server has it; a cell need not show it.
        }
    }

    /** A client at work. */
    private interface Client {
        void read() throws Exception;
    }

    private static Seen seen(Client client) throws InterruptedException {
        var reading =
                new FutureTask<Void>(
                        () -> {
                            client.read();
                            return null;
                        });
        Thread.ofVirtual().name("client").start(reading);
        return seen(reading);
    }

    private static Seen seen(Future<Void> reading) throws InterruptedException {
        try {
            reading.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return Seen.NOTHING;
        } catch (ExecutionException e) {
            return Seen.ERROR;
        } catch (TimeoutException e) {
            reading.cancel(true);
            return Seen.SILENCE;
        }
    }

    private static void body(URI address) throws IOException, InterruptedException {
        client().send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }

    private static void lines(URI address, AtomicLong rows)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address).build();
        try (var lines = client().send(request, BodyHandlers.ofLines()).body()) {
            lines.forEach(line -> rows.incrementAndGet());
        }
    }

    private static HttpClient client() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    /** The run with this name. */
    public Run run(String name) {
        return Require.known(name, "ending", runs, Run::name);
    }

    @Override
    public String toString() {
        return new Table(
                        List.of("the server", "whole body", "line by line", "rows used"),
                        runs.stream()
                                .map(
                                        run ->
                                                List.of(
                                                        run.name(),
                                                        run.whole().words(),
                                                        run.lines().words(),
                                                        "" + run.rows()))
                                .toList())
                .text();
    }
}
