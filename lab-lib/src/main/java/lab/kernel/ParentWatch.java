package lab.kernel;

import java.time.Duration;
import java.util.Optional;

/** Ends the kernel when the Jupyter server that started it has ended in any way. */
final class ParentWatch {

    private static final Duration PERIOD = Duration.ofSeconds(1);

    private final Optional<Long> parent = parentPid();
    private final Optional<ProcessHandle> server;

    /**
     * @param serverPid the value of JPY_PARENT_PID, which Jupyter sets; null if something else
     *     started the kernel
     */
    ParentWatch(String serverPid) {
        this.server =
                Optional.ofNullable(serverPid)
                        .filter(pid -> pid.matches("[1-9]\\d{0,17}"))
                        .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)));
    }

    /** Runs the action once, after the parent has ended. */
    void onEnd(Runnable action) {
        Thread.ofPlatform().daemon().name("parent-watch").start(() -> watch(action));
    }

    /**
     * A killed server may remain as a zombie process; then only the new parent of its children
     * shows that it has ended.
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
