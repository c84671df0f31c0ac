package lab.measure;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.concurrent.ForkJoinPool;

/**
 * The facts about this process that every result depends on. On one CPU, for example, the JVM
 * chooses another collector, and its common pool has a single thread.
 *
 * @param cpus the CPUs this process may use
 * @param memoryBytes the container's memory limit, or the machine's memory if there is no limit
 * @param heapBytes the maximum heap size
 * @param collector the garbage collector, such as "G1"
 * @param java the Java version and its vendor
 */
public record Environment(
        int cpus, long memoryBytes, long heapBytes, String collector, String java) {

    /** The environment of this process. */
    public static Environment here() {
        var runtime = Runtime.getRuntime();
        var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return new Environment(
                runtime.availableProcessors(),
                system.getTotalMemorySize(),
                runtime.maxMemory(),
                collectorHere(),
                Runtime.version() + ", " + System.getProperty("java.vendor"));
    }

    /** The same facts as readable text, by name. */
    public SequencedMap<String, String> facts() {
        var facts = new LinkedHashMap<String, String>();
        facts.put("CPUs", "%d (common pool: %d)".formatted(cpus, commonPool()));
        facts.put("memory", megabytes(memoryBytes));
        facts.put("heap at most", megabytes(heapBytes));
        facts.put("collector", collector);
        facts.put("Java", java);
        return Collections.unmodifiableSequencedMap(facts);
    }

    private static int commonPool() {
        return ForkJoinPool.commonPool().getParallelism();
    }

    private static String megabytes(long bytes) {
        return "%s MB".formatted(Text.of(Math.rint(bytes / 1e6)));
    }

    private static String collectorHere() {
        var names =
                ManagementFactory.getGarbageCollectorMXBeans().stream()
                        .map(GarbageCollectorMXBean::getName)
                        .toList();
        return collector(names.isEmpty() ? "none" : names.getFirst());
    }

    /** The usual name of the collector that has a bean with this name. */
    static String collector(String bean) {
        return switch (bean.split(" ")[0]) {
            case "Copy", "MarkSweepCompact" -> "Serial";
            case "PS" -> "Parallel";
            case String family -> family;
        };
    }

    @Override
    public String toString() {
        var lines = new StringBuilder();
        facts().forEach((name, fact) -> lines.append("%-13s %s%n".formatted(name, fact)));
        return lines.toString();
    }
}
