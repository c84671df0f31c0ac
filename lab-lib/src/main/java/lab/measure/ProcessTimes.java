package lab.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.LongStream;

/**
 * The CPU time of this process and of all processes that it has started, in the system's own ticks.
 * A child that has ended counts with the parent that waited for it. 0 on systems other than Linux.
 */
final class ProcessTimes {

    private static final int USER = 11;
    private static final int FIELDS = 4;

    private ProcessTimes() {}

    static long ticks() {
        var here = ProcessHandle.current();
        return ticks(here) + here.descendants().mapToLong(ProcessTimes::ticks).sum();
    }

    private static long ticks(ProcessHandle process) {
        try {
            return ticks(Files.readString(Path.of("/proc/" + process.pid() + "/stat")));
        } catch (IOException ended) {
            return 0;
        }
    }

    /**
     * Four fields after the name: user and system time, of the process and of its ended children.
     */
    static long ticks(String stat) {
        var afterName = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ");
        return LongStream.range(USER, USER + FIELDS)
                .filter(i -> i < afterName.length)
                .map(i -> Long.parseLong(afterName[(int) i]))
                .sum();
    }
}
