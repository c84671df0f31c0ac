package lab.stream;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.WriteStream;
import java.util.concurrent.atomic.AtomicLong;

/** A response that counts the bytes which it has accepted, and those that have left the server. */
final class CountedStream implements WriteStream<Buffer> {

    private final WriteStream<Buffer> response;
    private final AtomicLong waiting;
    private final AtomicLong accepted = new AtomicLong();
    private volatile boolean ended;

    /**
     * @param waiting is reduced by what the operating system has taken
     */
    CountedStream(WriteStream<Buffer> response, AtomicLong waiting) {
        this.response = response;
        this.waiting = waiting;
    }

    @Override
    public Future<Void> write(Buffer data) {
        int length = data.length();
        accepted.addAndGet(length);
        return response.write(data).onComplete(done -> waiting.addAndGet(-length));
    }

    @Override
    public Future<Void> end() {
        ended = true;
        return response.end();
    }

    @Override
    public CountedStream exceptionHandler(Handler<Throwable> handler) {
        response.exceptionHandler(handler);
        return this;
    }

    @Override
    public CountedStream setWriteQueueMaxSize(int size) {
        response.setWriteQueueMaxSize(size);
        return this;
    }

    @Override
    public boolean writeQueueFull() {
        return response.writeQueueFull();
    }

    @Override
    public CountedStream drainHandler(Handler<Void> handler) {
        response.drainHandler(handler);
        return this;
    }

    long accepted() {
        return accepted.get();
    }

    boolean isEnded() {
        return ended;
    }
}
