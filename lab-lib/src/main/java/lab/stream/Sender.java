package lab.stream;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import io.vertx.core.streams.WriteStream;

/**
 * Sends a file to a client, on the event loop: it must not block, and ends the client's stream
 * after the last byte.
 */
@FunctionalInterface
public interface Sender {
    void send(ReadStream<Buffer> file, WriteStream<Buffer> client);
}
