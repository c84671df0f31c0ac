package lab.kernel;

import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;

/** A part of the start that runs in parallel with the others. */
final class Meanwhile<T> {

    private final FutureTask<T> work;

    private Meanwhile(Callable<T> work) {
        this.work = new FutureTask<>(work);
    }

    static <T> Meanwhile<T> start(String name, Callable<T> work) {
        var meanwhile = new Meanwhile<>(work);
        Thread.ofPlatform().daemon().name(name).start(meanwhile.work);
        return meanwhile;
    }

    /** Waits for the result. */
    T done() {
        try {
            return work.get();
        } catch (Exception failure) {
            throw new IllegalStateException("the kernel cannot start", failure);
        }
    }
}
