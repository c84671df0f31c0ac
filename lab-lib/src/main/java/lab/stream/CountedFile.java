package lab.stream;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import java.util.concurrent.atomic.AtomicLong;

/** A file that counts the bytes which it has handed out. */
final class CountedFile implements ReadStream<Buffer> {

    private final ReadStream<Buffer> file;
    private final AtomicLong waiting;
    private final AtomicLong most;

    /**
     * @param waiting is increased by what is handed out
     * @param most keeps the largest value of it
     */
    CountedFile(ReadStream<Buffer> file, AtomicLong waiting, AtomicLong most) {
        this.file = file;
        this.waiting = waiting;
        this.most = most;
    }

    @Override
    public CountedFile handler(Handler<Buffer> handler) {
        file.handler(handler == null ? null : chunk -> handOut(chunk, handler));
        return this;
    }

    private void handOut(Buffer chunk, Handler<Buffer> handler) {
        most.accumulateAndGet(waiting.addAndGet(chunk.length()), Math::max);
        handler.handle(chunk);
    }

    @Override
    public CountedFile exceptionHandler(Handler<Throwable> handler) {
        file.exceptionHandler(handler);
        return this;
    }

    @Override
    public CountedFile pause() {
        file.pause();
        return this;
    }

    @Override
    public CountedFile resume() {
        file.resume();
        return this;
    }

    @Override
    public CountedFile fetch(long amount) {
        file.fetch(amount);
        return this;
    }

    @Override
    public CountedFile endHandler(Handler<Void> handler) {
        file.endHandler(handler);
        return this;
    }
}
