package lab.measure;

import static java.util.stream.Collectors.toSet;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The CPU time that each thread of this process has used so far, without the calling thread. The
 * time of virtual threads counts with the threads that carry them. The JVM's own threads do not
 * count.
 */
public final class ThreadTimes {

    private final Map<Long, Long> nanos = new HashMap<>();
    private final long taken = System.nanoTime();

    private ThreadTimes(ThreadMXBean threads) {
        if (!threads.isThreadCpuTimeSupported() || !threads.isThreadCpuTimeEnabled()) {
            return;
        }
        for (long id : threads.getAllThreadIds()) {
            nanos.put(id, threads.getThreadCpuTime(id));
        }
        nanos.remove(Thread.currentThread().threadId());
    }

    /** The times until now; empty if Java does not report them. */
    public static ThreadTimes now() {
        return new ThreadTimes(ManagementFactory.getThreadMXBean());
    }

    /** How many CPUs the threads kept busy since then; new threads count from their start. */
    public double busyCpus(ThreadTimes before) {
        var used = nanos.keySet().stream().mapToLong(id -> Math.max(0, used(id, before))).sum();
        return (double) used / Math.max(1, taken - before.taken);
    }

    /** The threads that each used more than this share of a CPU since then. */
    Set<Long> above(double share, ThreadTimes before) {
        double least = share * (taken - before.taken);
        return nanos.keySet().stream().filter(id -> used(id, before) > least).collect(toSet());
    }

    private long used(long id, ThreadTimes before) {
        return nanos.get(id) - before.nanos.getOrDefault(id, 0L);
    }
}
