package lab.bench.fork;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The heap of a measured JVM, and the way out when it is full.
 *
 * @param megabytes its limit
 * @param machine the memory of the machine or container, in megabytes
 */
record Heap(long megabytes, long machine) {

    private static final Pattern LIMIT = Pattern.compile("-Xmx(\\d+)([kKmMgGtT]?)");
    private static final Pattern FULL =
            Pattern.compile("OutOfMemoryError: (Java heap space|GC overhead|Cannot reserve)");

    /** A larger heap than this leaves too little for the kernel and the system. */
    private static final double SHARE = 0.6;

    private static final long SMALL = 512;
    private static final long STEP = 100;
    private static final long GIGABYTE = 1024;

    /** The heap that these flags allow; by default a quarter of the machine's memory. */
    static Heap of(List<String> jvmArgs, long machineBytes) {
        long machine = machineBytes >> 20;
        return new Heap(
                jvmArgs.stream()
                        .map(LIMIT::matcher)
                        .filter(java.util.regex.Matcher::matches)
                        .mapToLong(limit -> megabytes(limit.group(1), limit.group(2)))
                        .reduce(machine / 4, (earlier, later) -> later),
                machine);
    }

    /** The heap that these flags allow on this machine. */
    static Heap of(List<String> jvmArgs) {
        var system =
                ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);
        return of(jvmArgs, system.getTotalMemorySize());
    }

    private static long megabytes(String number, String unit) {
        long size = Long.parseLong(number);
        return switch (unit.toLowerCase()) {
            case "t" -> size << 20;
            case "g" -> size << 10;
            case "m" -> size;
            case "k" -> size >> 10;
            default -> size >> 20;
        };
    }

    /** The error, with the way out if the heap was too small for the benchmark. */
    Cause advised(Cause cause) {
        return FULL.matcher(cause.error()).find()
                ? new Cause(cause.error() + ". " + advice(), cause.type(), cause.line())
                : cause;
    }

    private String advice() {
        long wanted = Math.min(megabytes * (megabytes <= SMALL ? 4 : 2), most());
        return wanted > megabytes
                ? "Its heap is %s: write bench(brief().heap(\"%s\"), ...) for a larger one"
                        .formatted(size(megabytes), size(wanted))
                : "Its heap is %s, and this machine has only %s of memory: make the data smaller"
                        .formatted(size(megabytes), size(machine));
    }

    private long most() {
        return (long) (machine * SHARE) / STEP * STEP;
    }

    private static String size(long megabytes) {
        return megabytes % GIGABYTE == 0 ? megabytes / GIGABYTE + "g" : megabytes + "m";
    }
}
