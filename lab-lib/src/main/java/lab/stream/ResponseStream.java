package lab.stream;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.ExecutionException;
import lab.measure.Task;

/**
 * A response as a stream that blocks while the client does not read. It sends 16 KB at a time, the
 * first line at once.
 */
final class ResponseStream extends OutputStream {

    private static final int CHUNK = 16 * 1_024;

    private final HttpServerResponse response;
    private final Task firstSent;
    private byte[] chunk = new byte[CHUNK];
    private int length;
    private volatile long accepted;
    private boolean begun;

    /**
     * @param firstSent is done after the first bytes have left
     */
    ResponseStream(HttpServerResponse response, Task firstSent) {
        this.response = response.setChunked(true);
        this.firstSent = firstSent;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int count) throws IOException {
        for (int done = 0; done < count; ) {
            int now = Math.min(count - done, CHUNK - length);
            System.arraycopy(bytes, offset + done, chunk, length, now);
            length += now;
            done += now;
            accepted = accepted + now;
            if (length == CHUNK || !begun && chunk[length - 1] == '\n') {
                flush();
            }
        }
    }

    @Override
    public void flush() throws IOException {
        if (length > 0) {
            await(response.write(Buffer.buffer(chunk).slice(0, length)));
            // The response keeps what it was given.
            chunk = new byte[CHUNK];
            length = 0;
            if (!begun) {
                begun = true;
                run(firstSent);
            }
        }
    }

    private static void run(Task task) throws IOException {
        try {
            task.run();
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    /** Sends the rest and the end. */
    void end() throws IOException {
        flush();
        await(response.end());
    }

    long accepted() {
        return accepted;
    }

    private static void await(Future<Void> written) throws IOException {
        try {
            written.toCompletionStage().toCompletableFuture().get();
        } catch (ExecutionException e) {
            throw new IOException("the client has left: " + e.getCause().getMessage(), e);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IOException("the export was stopped", stop);
        }
    }
}
