package lab.kernel;

import java.time.Duration;
import java.util.Optional;

/** Ends the kernel when the Jupyter server that started it is gone, however it went. */
final class ParentWatch {

    private static final Duration PERIOD = Duration.ofSeconds(1);

    private final Optional<Long> parent = parentPid();
    private final Optional<ProcessHandle> server;

    /**
     * @param serverPid what Jupyter writes into JPY_PARENT_PID; null if something else started the
     *     kernel
     */
    ParentWatch(String serverPid) {
        this.server =
                Optional.ofNullable(serverPid)
                        .filter(pid -> pid.matches("[1-9]\\d{0,17}"))
                        .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)));
    }

    /** Runs the action once when the parent has gone. */
    void onEnd(Runnable action) {
        Thread.ofPlatform().daemon().name("parent-watch").start(() -> watch(action));
    }

    /**
     * A killed server may stay as a zombie; then only its children see that they were given away.
     */
    boolean isGone() {
        return !parentPid().equals(parent) || server.isPresent() && !server.get().isAlive();
    }

    /** A cell that fills the heap must not end this watch. */
    private boolean isGoneForSure() {
        try {
            return isGone();
        } catch (OutOfMemoryError askAgain) {
            return false;
        }
    }

    private void watch(Runnable action) {
        try {
            while (!isGoneForSure()) {
                Thread.sleep(PERIOD);
            }
            action.run();
        } catch (InterruptedException unwanted) {
            Thread.currentThread().interrupt();
        }
    }

    private static Optional<Long> parentPid() {
        return ProcessHandle.current().parent().map(ProcessHandle::pid);
    }
}
