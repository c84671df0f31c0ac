package REPL;

import java.util.concurrent.CountDownLatch;

/** Acts as a class of a cell: JShell puts all of them into the package REPL. */
public final class Spinning implements Runnable {

    private final CountDownLatch running = new CountDownLatch(1);
    private final CountDownLatch end = new CountDownLatch(1);
    private volatile boolean stopped;

    @Override
    public void run() {
        running.countDown();
        while (!stopped) {
            Thread.onSpinWait();
        }
    }

    /** Stays in the code of the cell as well, but uses no CPU. */
    public void rest() {
        running.countDown();
        try {
            end.await();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    public void awaitRunning() throws InterruptedException {
        running.await();
    }

    public void stop() {
        stopped = true;
        end.countDown();
    }
}
