package lab.measure;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;

/** What every result depends on: CPUs, memory, collector, Java. */
public record Environment(int cpus, long heapBytes, String collector, String java) {

    /** The environment of this process. */
    public static Environment here() {
        var collectors =
                ManagementFactory.getGarbageCollectorMXBeans().stream()
                        .map(GarbageCollectorMXBean::getName)
                        .toList();
        return new Environment(
                Runtime.getRuntime().availableProcessors(),
                Runtime.getRuntime().maxMemory(),
                String.join(", ", collectors),
                Runtime.version().toString());
    }
}
