package lab.bench.fork;

import static java.util.stream.Collectors.joining;

import java.io.EOFException;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import lab.measure.FreshJvm;
import lab.measure.Scratch;

/** The harness seen from the kernel. Closing it ends it and every process below it. */
public final class HarnessProcess implements AutoCloseable {

    /** It only waits for its forks, so it must start quickly and use little memory. */
    private static final List<String> FLAGS =
            List.of(
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-Xshare:auto",
                    "-Xmx128m",
                    "-XX:-UsePerfData",
                    // Its output carries events; a warning of the JVM among them breaks the stream.
                    "-XX:+DisplayVMOutputToStderr",
                    "-Xlog:disable",
                    "-Xlog:all=warning:stderr",
                    "--sun-misc-unsafe-memory-access=allow",
                    "-Djmh.blackhole.mode=COMPILER");

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration LOOK_EVERY = Duration.ofMillis(10);

    private final Path folder;
    private final Process process;
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private volatile String unread = "";
    private ObjectOutputStream orders;

    private HarnessProcess(Path folder, Process process) {
        this.folder = folder;
        this.process = process;
        Thread.ofPlatform().daemon().name("bench events").start(this::read);
    }

    /** Starts it; it then waits for orders. */
    public static HarnessProcess start(String classPath, List<String> forkFlags) {
        var folder = Scratch.folder("run-" + System.nanoTime());
        var arguments = new ArrayList<>(FLAGS);
        arguments.add("-Djava.io.tmpdir=" + folder);
        arguments.add("-D%s=%s".formatted(JmhOptions.FLAGS, String.join("\n", forkFlags)));
        arguments.addAll(List.of("-cp", classPath, Harness.class.getName()));
        try {
            var harness = FreshJvm.with(arguments).redirectError(words(folder).toFile());
            return new HarnessProcess(folder, harness.start());
        } catch (IOException e) {
            throw new IllegalStateException("no process could be started: " + e.getMessage(), e);
        }
    }

    private static Path words(Path folder) {
        return folder.resolve("errors.txt");
    }

    /** Gives an order; a harness that has ended says so as its last event. */
    public void order(Order order) {
        try {
            if (orders == null) {
                orders = new ObjectOutputStream(process.getOutputStream());
            }
            orders.writeObject(order);
            orders.reset();
            orders.flush();
        } catch (IOException e) {
            // It has ended, which its events say, and its error stream says why.
        }
    }

    private void read() {
        try (var in = new ObjectInputStream(process.getInputStream())) {
            while (true) {
                events.add((Event) in.readObject());
            }
        } catch (EOFException e) {
            // Its regular end, or its early one, which it explains on its error stream.
        } catch (IOException | ClassNotFoundException e) {
            unread = e.toString();
        } finally {
            events.add(new Event.Done());
        }
    }

    /** The next event, if one comes in time. After the last, {@link Event.Done} comes. */
    public Optional<Event> next(Duration wait) throws InterruptedException {
        return Optional.ofNullable(events.poll(wait.toMillis(), TimeUnit.MILLISECONDS));
    }

    public ProcessHandle handle() {
        return process.toHandle();
    }

    /** Why it ended early: what could not be read of it, and the beginning of its error stream. */
    public String lastWords() {
        var words = Stream.concat(Stream.of(unread), errors().stream());
        var text = words.filter(line -> !line.isBlank()).limit(4).collect(joining("\n"));
        return text.isEmpty()
                ? "the process that runs JMH was ended, perhaps for lack of memory; try again"
                : "the process that runs JMH ended early: " + text;
    }

    private List<String> errors() {
        try {
            return Files.readAllLines(words(folder));
        } catch (IOException e) {
            return List.of();
        }
    }

    /** A fork that starts between the two kills ends itself; see {@link EndsWithHarness}. */
    @Override
    public void close() {
        var forks = process.descendants().toList();
        process.destroyForcibly();
        forks.forEach(ProcessHandle::destroyForcibly);
        try {
            process.waitFor(PATIENCE);
            for (var fork : forks) {
                awaitEnd(fork);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Scratch.delete(folder);
    }

    /** Java itself looks after 0.3 s at the earliest at what is no child of this process. */
    private static void awaitEnd(ProcessHandle killed) throws InterruptedException {
        long latest = System.nanoTime() + PATIENCE.toNanos();
        while (runs(killed) && System.nanoTime() < latest) {
            Thread.sleep(LOOK_EVERY);
        }
    }

    /** What has ended, but waits for its new parent to notice, has no command any more. */
    private static boolean runs(ProcessHandle process) {
        return process.isAlive() && process.info().command().isPresent();
    }
}
