package lab.measure;

import static java.util.stream.Collectors.joining;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Threads that an earlier cell left behind and that still burn a core: a measurement beside them
 * measures them. A virtual thread is not seen, because Java does not tell its CPU time; {@link
 * ThreadTimes} counts it, without a name.
 */
public final class Runaways {

    private static final Duration GLANCE = Duration.ofMillis(50);

    /** Where many threads share a CPU, each runs so rarely that a glance may miss it. */
    private static final Duration LONG_LOOK = Duration.ofMillis(200);

    private static final double SUSPICIOUS = 0.01;
    private static final double BURNING = 0.15;

    private static final String CELL = "REPL.";

    private Runaways() {}

    /** One sentence a runaway, with its name, where it runs and the way out; takes 50 ms. */
    public static List<String> find() {
        try {
            return look();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    private static List<String> look() throws InterruptedException {
        var before = ThreadTimes.now();
        Thread.sleep(GLANCE);
        var glance = ThreadTimes.now();
        var burning = sentences(glance.above(BURNING, before));
        if (burning.size() == sentences(glance.above(SUSPICIOUS, before)).size()) {
            return burning;
        }
        Thread.sleep(LONG_LOOK.minus(GLANCE));
        return sentences(ThreadTimes.now().above(BURNING, before));
    }

    private static List<String> sentences(long[] threads) {
        var found = ManagementFactory.getThreadMXBean().getThreadInfo(threads, Integer.MAX_VALUE);
        return Arrays.stream(found)
                .filter(Objects::nonNull)
                .flatMap(thread -> sentence(thread).stream())
                .toList();
    }

    /**
     * Refuses to measure beside a runaway.
     *
     * @throws IllegalStateException naming each thread that still burns a core
     */
    public static void refuse() {
        var runaways = find();
        if (!runaways.isEmpty()) {
            throw new IllegalStateException(String.join("\n", runaways));
        }
    }

    private static Optional<String> sentence(ThreadInfo thread) {
        return Arrays.stream(thread.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith(CELL))
                .findFirst()
                .map(
                        frame ->
                                ("a thread from an earlier cell is still burning a core (%s, at"
                                                + " %s): restart the kernel (Kernel > Restart)")
                                        .formatted(thread.getThreadName(), place(frame)));
    }

    /** "Spinner.run, line 3" for the frame REPL.$JShell$12$Spinner.run. */
    private static String place(StackTraceElement frame) {
        var parts =
                Arrays.stream(frame.getClassName().substring(CELL.length()).split("\\$"))
                        .filter(part -> !part.isEmpty() && !part.equals("JShell"))
                        .filter(part -> !part.chars().allMatch(Character::isDigit));
        var type = parts.collect(joining("."));
        var method =
                switch (frame.getMethodName()) {
                    case "do_it$" -> "the cell's own statements";
                    case String lambda when lambda.startsWith("lambda$") -> "a lambda";
                    case String name -> name;
                };
        var line = frame.getLineNumber() > 0 ? ", line " + frame.getLineNumber() : "";
        return (type.isEmpty() ? "" : type + ".") + method + line;
    }
}
