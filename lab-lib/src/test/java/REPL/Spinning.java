package REPL;

/** Stands for a class of a cell: JShell puts them all into the package REPL. */
public final class Spinning implements Runnable {

    private volatile boolean stopped;

    @Override
    public void run() {
        while (!stopped) {
            Thread.onSpinWait();
        }
    }

    public void stop() {
        stopped = true;
    }
}
