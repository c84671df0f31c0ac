package lab.course.streaming;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.Pipe;
import io.vertx.core.streams.ReadStream;
import io.vertx.core.streams.WriteStream;

/** A file that has everything but a pipe, because the exercise is to write one. */
record WithoutPipe(ReadStream<Buffer> file) implements ReadStream<Buffer> {

    private static final String REFUSED = "write what it does: with handler, pause and resume";

    @Override
    public Pipe<Buffer> pipe() {
        throw new UnsupportedOperationException(REFUSED);
    }

    @Override
    public Future<Void> pipeTo(WriteStream<Buffer> client) {
        throw new UnsupportedOperationException(REFUSED);
    }

    @Override
    public WithoutPipe handler(Handler<Buffer> handler) {
        file.handler(handler);
        return this;
    }

    @Override
    public WithoutPipe exceptionHandler(Handler<Throwable> handler) {
        file.exceptionHandler(handler);
        return this;
    }

    @Override
    public WithoutPipe pause() {
        file.pause();
        return this;
    }

    @Override
    public WithoutPipe resume() {
        file.resume();
        return this;
    }

    @Override
    public WithoutPipe fetch(long amount) {
        file.fetch(amount);
        return this;
    }

    @Override
    public WithoutPipe endHandler(Handler<Void> handler) {
        file.endHandler(handler);
        return this;
    }
}
