package lab.child;

import java.io.File;
import java.io.IOException;
import java.io.NotSerializableException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import lab.measure.FreshJvm;
import lab.measure.Require;
import lab.measure.Scratch;

/**
 * A JVM of its own for one job, with a limited heap and a named collector, so that the result does
 * not depend on what the JVM would choose on this machine.
 *
 * @param heap the limit {@code -Xmx} in MB, 8 to 4,096
 * @param collector Serial, Parallel, G1 or Z
 * @param patience after this time it is ended
 */
public record ChildJvm(int heap, String collector, Duration patience) {

    private static final Set<String> COLLECTORS = Set.of("Serial", "Parallel", "G1", "Z");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final AtomicInteger COUNT = new AtomicInteger();

    public ChildJvm {
        Require.within(heap, "heap in MB", 8, 4_096, "ChildJvm.withHeap(64)");
        Require.that(
                COLLECTORS.contains(collector),
                "collector must be one of %s, was \"%s\"",
                COLLECTORS,
                collector);
        Require.given(patience, "patience", "ofSeconds(60)");
    }

    /** A JVM with this heap in MB, the Serial collector, and a minute for its job. */
    public static ChildJvm withHeap(int megabytes) {
        return new ChildJvm(megabytes, "Serial", PATIENCE);
    }

    /** The same with another collector: Serial, Parallel, G1 or Z. */
    public ChildJvm collector(String name) {
        return new ChildJvm(heap, name, patience);
    }

    /** The same with more or less time. */
    public ChildJvm within(Duration time) {
        return new ChildJvm(heap, collector, time);
    }

    /**
     * Runs a job there and waits for its end. An interrupt ends the JVM.
     *
     * @param code what a cell has declared of this job: its classes are sent, too
     * @throws IllegalArgumentException if the code uses variables of other cells
     * @throws IOException if the JVM cannot be started
     */
    public <R extends Serializable> Ended<R> run(Job<R> job, Object code)
            throws IOException, InterruptedException {
        var folder = Scratch.folder("child-" + COUNT.incrementAndGet());
        try {
            ClassFiles.write(code, folder);
            send(job, folder.resolve("job"));
            return awaited(started(folder), folder);
        } finally {
            Scratch.delete(folder);
        }
    }

    private static void send(Job<?> job, Path file) throws IOException {
        try (var out = new ObjectOutputStream(Files.newOutputStream(file))) {
            out.writeObject(job);
        } catch (NotSerializableException e) {
            throw new IllegalArgumentException(
                    "this code runs in a JVM of its own, and cannot take a %s there;"
                                    .formatted(e.getMessage())
                            + " create it inside the code",
                    e);
        }
    }

    private Process started(Path folder) throws IOException {
        var flags =
                List.of(
                        "-Xmx" + heap + "m",
                        "-XX:+Use" + collector + "GC",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        folder + File.pathSeparator + System.getProperty("java.class.path"),
                        Child.class.getName(),
                        folder.resolve("job").toString(),
                        folder.resolve("answer").toString());
        return FreshJvm.with(flags)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start();
    }

    private <R extends Serializable> Ended<R> awaited(Process child, Path folder)
            throws IOException, InterruptedException {
        try {
            if (!child.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return Ended.badly(Outcome.TOO_LONG, "");
            }
            var outcome = Outcome.ofExit(child.exitValue());
            return outcome == Outcome.ENDED
                    ? answer(folder.resolve("answer"))
                    : Ended.badly(outcome, lastLine(folder.resolve("output")));
        } finally {
            child.destroyForcibly();
        }
    }

    @SuppressWarnings("unchecked")
    private static <R extends Serializable> Ended<R> answer(Path file) throws IOException {
        try (var in = new ObjectInputStream(Files.newInputStream(file))) {
            var answer = (Child.Answer) in.readObject();
            return answer.error().isEmpty()
                    ? Ended.well((R) answer.result(), answer.spent())
                    : Ended.badly(Outcome.FAILED, answer.error());
        } catch (ClassNotFoundException e) {
            throw new IOException(e);
        }
    }

    private static String lastLine(Path output) throws IOException {
        var lines = Files.readAllLines(output);
        return lines.isEmpty() ? "" : lines.getLast();
    }
}
