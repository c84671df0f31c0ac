package lab.stream;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.streams.ReadStream;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** A file that counts the bytes which it has handed out. */
final class CountedFile implements ReadStream<Buffer> {

    private final AsyncFile file;
    private final AtomicLong waiting;
    private final AtomicLong most;
    private final Consumer<Throwable> failed;
    private volatile boolean closed;

    /**
     * @param waiting is increased by what is handed out
     * @param most keeps the largest value of it
     * @param failed is told what a handler throws, which nobody else would hear of
     */
    CountedFile(AsyncFile file, AtomicLong waiting, AtomicLong most, Consumer<Throwable> failed) {
        this.file = file;
        this.waiting = waiting;
        this.most = most;
        this.failed = failed;
    }

    @Override
    public CountedFile handler(Handler<Buffer> handler) {
        file.handler(handler == null ? null : chunk -> handOut(chunk, handler));
        return this;
    }

    /** After that, a sender that has not noticed it may still pause and resume. */
    void close() {
        closed = true;
        file.close();
    }

    private void handOut(Buffer chunk, Handler<Buffer> handler) {
        most.accumulateAndGet(waiting.addAndGet(chunk.length()), Math::max);
        try {
            handler.handle(chunk);
        } catch (RuntimeException e) {
            failed.accept(e);
        }
    }

    @Override
    public CountedFile exceptionHandler(Handler<Throwable> handler) {
        file.exceptionHandler(handler);
        return this;
    }

    @Override
    public CountedFile pause() {
        if (!closed) {
            file.pause();
        }
        return this;
    }

    @Override
    public CountedFile resume() {
        if (!closed) {
            file.resume();
        }
        return this;
    }

    @Override
    public CountedFile fetch(long amount) {
        if (!closed) {
            file.fetch(amount);
        }
        return this;
    }

    @Override
    public CountedFile endHandler(Handler<Void> handler) {
        file.endHandler(handler);
        return this;
    }
}
