package lab.course.streaming;

import static lab.exercise.Verdict.wrong;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import lab.dataset.Sales;
import lab.exercise.Verdict;
import lab.measure.Scratch;
import lab.measure.Text;
import lab.stream.Download;
import lab.stream.Sender;

/**
 * Exercise 07.2: a file for a client that may be slow. Every byte arrives, in order; for a slow
 * one, little waits in the server, and the loop stays free.
 */
final class WaitForTheClient {

    private static final int ROWS = 800_000;
    private static final int BYTES = 30_000_000;
    private static final int FEWER = 1_000_000;
    private static final int MOST_WAITING = 1_000_000;
    private static final Duration SLOW = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration LATE = Duration.ofMillis(500);
    private static final int FEW_WAITS = 3;
    private static final int RIVALS = 3;

    /** A timer that looks every five milliseconds takes longer; one of 1 ms is hardly slower. */
    private static final double SLOWEST = 6;

    private final Path file;
    private final int bytes = BYTES - ThreadLocalRandom.current().nextInt(FEWER);

    private WaitForTheClient(Path file) {
        this.file = file;
    }

    static Verdict check(Sender sender) throws Exception {
        var folder = Scratch.folder("check-07.2");
        try {
            var file = Sales.write(folder.resolve("sales.csv"), ROWS, 7).file();
            return new WaitForTheClient(file)
                    .judged((from, to) -> sender.send(new WithoutPipe(from), to));
        } finally {
            Scratch.delete(folder);
        }
    }

    private Verdict judged(Sender sender) throws Exception {
        var wrong = whole(sender);
        wrong = wrong.isPresent() ? wrong : slow(sender);
        wrong = wrong.isPresent() ? wrong : speed(sender);
        return wrong.orElseGet(
                () ->
                        new Verdict.Passed(
                                "Every byte arrived, in order, and almost nothing waited to be"
                                        + " sent."));
    }

    private Optional<Verdict> whole(Sender sender) throws Exception {
        try (var download = new Download(file, bytes, sender)) {
            var body = fetch(download.address(), LATE);
            if (download.failure().isPresent()) {
                rethrow(download.failure().get());
            }
            if (body.isEmpty()) {
                return wrong(
                        ("A client that was slow at first did not get to the end: the response took"
                                        + " %,d of %,d bytes%s.")
                                .formatted(
                                        download.accepted(),
                                        bytes,
                                        download.isEnded() ? "" : " and was not ended"),
                        "After the last byte, `client.end()`. After a pause, something must call"
                                + " `resume()`, and soon.");
            }
            return judgedBytes(body.get());
        }
    }

    /** A TODO that was not done must stay a TODO. */
    private static void rethrow(Throwable failure) throws Exception {
        if (failure instanceof Exception e) {
            throw e;
        }
        throw new IllegalStateException(failure);
    }

    private Optional<Verdict> judgedBytes(byte[] body) throws IOException {
        byte[] right;
        try (var in = Files.newInputStream(file)) {
            right = in.readNBytes(bytes);
        }
        if (body.length != bytes) {
            return wrong(
                    "A client got %,d bytes of %,d.".formatted(body.length, bytes),
                    body.length < bytes
                            ? "Nothing may be dropped, also when the queue is full."
                            : "Each chunk is written once.");
        }
        return MessageDigest.isEqual(body, right)
                ? Optional.empty()
                : wrong("The bytes arrived in another order.", "Write each chunk as it comes.");
    }

    /**
     * The body, or nothing where it does not come to its end in time.
     *
     * @param late how long the client waits before it reads: then the queue is full once, at least
     */
    private static Optional<byte[]> fetch(URI address, Duration late) throws InterruptedException {
        var body = new CompletableFuture<byte[]>();
        var reader = Thread.startVirtualThread(() -> read(address, late, body));
        try {
            return got(body, PATIENCE);
        } finally {
            reader.interrupt();
        }
    }

    private static void read(URI address, Duration late, CompletableFuture<byte[]> body) {
        var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        var request = HttpRequest.newBuilder(address).build();
        try (var in = client.send(request, BodyHandlers.ofInputStream()).body()) {
            Thread.sleep(late);
            body.complete(in.readAllBytes());
        } catch (IOException | InterruptedException broken) {
            body.completeExceptionally(broken);
        }
    }

    private static <T> Optional<T> got(CompletableFuture<T> future, Duration patience)
            throws InterruptedException {
        try {
            return Optional.of(future.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException | TimeoutException e) {
            future.cancel(true);
            return Optional.empty();
        }
    }

    private Optional<Verdict> slow(Sender sender) throws Exception {
        var waits = new LoopWaits();
        try (waits;
                var download =
                        new Download(
                                file,
                                bytes,
                                (from, to) -> {
                                    waits.watch(Thread.currentThread());
                                    sender.send(from, to);
                                })) {
            var run = download.toSlowClient("your answer", SLOW);
            if (run.most() > MOST_WAITING) {
                return wrong(
                        "For a slow client, %s MB wait in the server; at most 1 MB may."
                                .formatted(Text.of(run.most() / 1e6)),
                        "When `client.writeQueueFull()`, pause the file until the client has"
                                + " drained: after each write, not once.");
            }
            return waits.seen() < FEW_WAITS
                    ? Optional.empty()
                    : wrong(
                            "While it sends, your code waits on the event loop: no other client"
                                    + " gets an answer meanwhile.",
                            "Do not sleep or wait there: register a handler.");
        }
    }

    private Optional<Verdict> speed(Sender sender) throws Exception {
        double own = Double.MAX_VALUE;
        double pipe = Double.MAX_VALUE;
        for (int i = 0; i < RIVALS; i++) {
            own = Math.min(own, seconds(sender));
            pipe = Math.min(pipe, seconds((from, to) -> from.pipeTo(to)));
        }
        return own < SLOWEST * pipe
                ? Optional.empty()
                : wrong(
                        "For a fast client, it takes %s as long as `pipeTo`."
                                .formatted(Text.times(own / pipe)),
                        "Go on as soon as the client has drained, without a timer.");
    }

    private double seconds(Sender sender) throws InterruptedException {
        try (var download = new Download(file, bytes, sender)) {
            long start = System.nanoTime();
            fetch(download.address(), Duration.ZERO);
            return (System.nanoTime() - start) / 1e9;
        }
    }
}
