package lab.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.runner.BenchmarkListEntry;

/**
 * The flags of a measured JVM. It inherits none from the kernel, whose flags would change scores.
 */
final class ForkFlags {

    private static final List<String> HEAP = List.of("-Xmx256m");

    private ForkFlags() {}

    /** The lab's own, the class's (or a small heap), then the options', so that the last win. */
    static List<String> of(BenchmarkListEntry entry, BenchOptions options) {
        var flags = new ArrayList<String>(List.of("--sun-misc-unsafe-memory-access=allow"));
        flags.addAll(entry.getJvmArgsPrepend().orElse(List.of()));
        Collection<String> own = entry.getJvmArgs().orElse(HEAP);
        flags.addAll(own);
        flags.addAll(entry.getJvmArgsAppend().orElse(List.of()));
        options.get(Setting.HEAP)
                .ifPresent(size -> flags.addAll(List.of("-Xms" + size, "-Xmx" + size)));
        if (options.get(Setting.ASSERTIONS)) {
            flags.add("-ea");
        }
        flags.addAll(options.get(Setting.JVM_ARGS));
        return List.copyOf(flags);
    }
}
