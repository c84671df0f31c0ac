package lab.stream;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * What a client received of an export of lines.
 *
 * @param lines how many lines arrived
 * @param first until the first whole line arrived
 * @param last until the end arrived
 */
record Received(long lines, Duration first, Duration last) {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /**
     * Reads all of it as fast as possible.
     *
     * @throws IOException if the server breaks it off
     */
    static Received from(URI address) throws IOException, InterruptedException {
        long start = System.nanoTime();
        try (var body = body(address)) {
            var bytes = new byte[64 * 1_024];
            long lines = 0;
            Duration first = Duration.ZERO;
            for (int read = body.read(bytes); read >= 0; read = body.read(bytes)) {
                long more = linesIn(bytes, read);
                if (lines == 0 && more > 0) {
                    first = since(start);
                }
                lines += more;
            }
            return new Received(lines, first, since(start));
        }
    }

    /** HTTP/1.1, because HTTP/2 has a window of its own in front of the socket. */
    static InputStream body(URI address) throws IOException, InterruptedException {
        var client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(PATIENCE)
                        .build();
        var request = HttpRequest.newBuilder(address).timeout(PATIENCE).build();
        return client.send(request, BodyHandlers.ofInputStream()).body();
    }

    private static long linesIn(byte[] bytes, int length) {
        long lines = 0;
        for (int i = 0; i < length; i++) {
            if (bytes[i] == '\n') {
                lines++;
            }
        }
        return lines;
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
