package lab.child;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** The memory that the operating system has given to this process. */
public final class ProcessMemory {

    private static final Path STATUS = Path.of("/proc/self/status");
    private static final String RESIDENT = "VmRSS:";

    /** The heap of ZGC is shared memory; that of other collectors is anonymous. */
    private static final Set<String> OWN = Set.of("RssAnon:", "RssShmem:");

    private static final int KILO = 1_024;

    private ProcessMemory() {}

    /** All of it, in bytes; 0 where the system does not tell, as on systems other than Linux. */
    public static long resident() {
        return sum(Set.of(RESIDENT));
    }

    /** The same without the pages of files, which the system can drop at any time. */
    public static long own() {
        return sum(OWN);
    }

    private static long sum(Set<String> names) {
        try (var lines = Files.lines(STATUS)) {
            return lines.map(line -> line.split("\\s+"))
                    .filter(words -> names.contains(words[0]))
                    .mapToLong(words -> KILO * Long.parseLong(words[1]))
                    .sum();
        } catch (IOException notLinux) {
            return 0;
        }
    }
}
