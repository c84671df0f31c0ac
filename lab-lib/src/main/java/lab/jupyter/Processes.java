package lab.jupyter;

import java.time.Duration;
import java.time.Instant;

/** The processes that cells started: they end with their cell or with the kernel. */
final class Processes {

    /** The clock of the process table ticks in hundredths of a second. */
    private static final Duration TICK = Duration.ofMillis(20);

    private Processes() {}

    static void endAll() {
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
    }

    static void endStartedSince(Instant time) {
        ProcessHandle.current()
                .descendants()
                .filter(process -> startedSince(process, time.minus(TICK)))
                .forEach(ProcessHandle::destroyForcibly);
    }

    private static boolean startedSince(ProcessHandle process, Instant time) {
        return process.info().startInstant().map(start -> !start.isBefore(time)).orElse(false);
    }
}
