package REPL;

import java.util.concurrent.CountDownLatch;

/** Stands for a class of a cell: JShell puts them all into the package REPL. */
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

    /** Stays in the cell's code as well, but leaves the CPU to others. */
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
