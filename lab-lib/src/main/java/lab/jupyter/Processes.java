package lab.jupyter;

import java.util.Set;
import java.util.stream.Collectors;

/** The processes that cells have started. They end with their cell or with the kernel. */
public final class Processes {

    private static volatile long kernelsOwn = -1;

    private Processes() {}

    /**
     * Excludes the one process that the kernel has started for itself: this class never ends it.
     */
    public static void except(Process own) {
        kernelsOwn = own.pid();
    }

    public static Set<Long> running() {
        return ProcessHandle.current()
                .descendants()
                .map(ProcessHandle::pid)
                .collect(Collectors.toUnmodifiableSet());
    }

    public static void endAll() {
        endAllBut(Set.of());
    }

    /** Compares process ids, because the start times of processes are not exact enough. */
    public static void endAllBut(Set<Long> older) {
        ProcessHandle.current()
                .descendants()
                .filter(process -> !older.contains(process.pid()) && process.pid() != kernelsOwn)
                .forEach(ProcessHandle::destroyForcibly);
    }
}
