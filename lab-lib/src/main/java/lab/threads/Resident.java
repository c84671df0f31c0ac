package lab.threads;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The memory that the operating system has given to this process: its resident set. */
final class Resident {

    private static final Path STATUS = Path.of("/proc/self/status");
    private static final String LINE = "VmRSS:";
    private static final int KILO = 1_024;

    private Resident() {}

    /** In bytes; 0 where the system does not tell, as on systems other than Linux. */
    static long bytes() {
        try (var lines = Files.lines(STATUS)) {
            return lines.filter(line -> line.startsWith(LINE))
                    .findFirst()
                    .map(line -> line.replaceAll("\\D", ""))
                    .map(kilobytes -> KILO * Long.parseLong(kilobytes))
                    .orElse(0L);
        } catch (IOException notLinux) {
            return 0;
        }
    }
}
