package lab.stream;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import lab.server.LoopServer;

/** One upload: client and server in one JVM, whose memory the server has almost for itself. */
final class Upload {

    private static final String PATH = "/upload";
    private static final int WORKERS = 4;
    private static final int ONCE = 16 * 1_024;
    private static final int PATIENCE_MILLIS = 20_000;

    private Upload() {}

    /**
     * Sends this many bytes and waits for the answer.
     *
     * @param target the path of the file, in a folder of the parent: this JVM may not live long
     *     enough to delete it
     * @return how many of them are in the file
     * @throws IOException if the server breaks off, or does not answer 200
     */
    static long of(long bytes, String target, Receiver receiver) throws IOException {
        try (var server = LoopServer.apart(WORKERS)) {
            server.on(
                    PATH,
                    request -> receiver.receive(request, server.vertx().fileSystem(), target));
            send(server.at(PATH).getPort(), bytes);
            var file = Path.of(target);
            return Files.exists(file) ? Files.size(file) : 0;
        }
    }

    private static void send(int port, long bytes) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            var out = socket.getOutputStream();
            var head = "POST %s HTTP/1.1\r\nHost: lab\r\nContent-Length: %d\r\n\r\n";
            out.write(head.formatted(PATH, bytes).getBytes(StandardCharsets.US_ASCII));
            var some = new byte[ONCE];
            for (long left = bytes; left > 0; left -= ONCE) {
                out.write(some, 0, (int) Math.min(left, ONCE));
            }
            requireOk(
                    new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII));
        }
    }

    private static void requireOk(String status) throws IOException {
        if (!status.endsWith(" 200")) {
            throw new IOException("the server answered \"%s\"".formatted(status));
        }
    }
}
