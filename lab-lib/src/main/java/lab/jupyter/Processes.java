package lab.jupyter;

import java.util.Set;
import java.util.stream.Collectors;

/** The processes that cells started: they end with their cell or with the kernel. */
final class Processes {

    private Processes() {}

    static Set<Long> running() {
        return ProcessHandle.current()
                .descendants()
                .map(ProcessHandle::pid)
                .collect(Collectors.toUnmodifiableSet());
    }

    static void endAll() {
        endAllBut(Set.of());
    }

    /** By identity, since the times at which processes started are not told exactly enough. */
    static void endAllBut(Set<Long> older) {
        ProcessHandle.current()
                .descendants()
                .filter(process -> !older.contains(process.pid()) && !Undertaker.is(process))
                .forEach(ProcessHandle::destroyForcibly);
    }
}
