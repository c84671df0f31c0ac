package lab.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import lab.measure.Environment;
import lab.measure.LearnersFolder;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps results in a file of JSON lines, so that before and after can be compared across sessions.
 */
public final class History {

    private static final int MOST_LINES = 2_000;
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<Path> COMPLAINED = ConcurrentHashMap.newKeySet();

    private final Path file;

    private History(Path file) {
        this.file = file;
    }

    /** The history in this file, which need not exist yet. */
    public static History at(Path file) {
        return new History(file);
    }

    /** The learner's own, {@code benchmarks.jsonl} in the {@link LearnersFolder}. */
    public static History home() {
        return at(LearnersFolder.path().resolve("benchmarks.jsonl"));
    }

    /** Every kept score, oldest first; a line that cannot be read is passed over. */
    public Past past() {
        return new Past(lines().stream().flatMap(line -> parsed(line).stream()).toList());
    }

    /**
     * Adds the scores of a run.
     *
     * @return what to tell the learner if that failed, once for each file
     */
    Optional<String> keep(BenchResult result) {
        try {
            add(result.scores().stream().map(score -> line(score, result)).toList());
            return Optional.empty();
        } catch (IOException | JacksonException e) {
            return COMPLAINED.add(file)
                    ? Optional.of(
                            ("the result was not kept for history() (%s): start with LAB_HOME set"
                                            + " to a folder you can write")
                                    .formatted(e))
                    : Optional.empty();
        }
    }

    /** The lock keeps other kernels out, the class other threads, which a lock would refuse. */
    private void add(List<String> lines) throws IOException {
        synchronized (History.class) {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (var lock = FileChannel.open(sibling(".lock"), CREATE, WRITE)) {
                lock.lock();
                var old = lines();
                if (old.size() > MOST_LINES) {
                    rewrite(old.subList(old.size() - MOST_LINES / 2, old.size()));
                }
                Files.write(file, lines, UTF_8, CREATE, APPEND);
            }
        }
    }

    private void rewrite(List<String> lines) throws IOException {
        var whole = Files.createTempFile(file.toAbsolutePath().getParent(), "benchmarks", ".part");
        try {
            Files.write(whole, lines, UTF_8);
            Files.move(whole, file, REPLACE_EXISTING, ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(whole);
        }
    }

    private Path sibling(String ending) {
        return file.resolveSibling(file.getFileName() + ending);
    }

    private List<String> lines() {
        try {
            // Bytes that are no text spoil their own line only.
            return Files.exists(file)
                    ? new String(Files.readAllBytes(file), UTF_8).lines().toList()
                    : List.of();
        } catch (IOException e) {
            return new ArrayList<>();
        }
    }

    private static Optional<Kept> parsed(String line) {
        try {
            return Optional.ofNullable(JSON.readValue(line, Kept.class)).filter(Kept::isWhole);
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private static String line(Score score, BenchResult result) {
        var here = Environment.here();
        var params =
                score.params().entrySet().stream()
                        .map(param -> " " + param.getKey() + "=" + param.getValue())
                        .collect(Collectors.joining());
        return JSON.writeValueAsString(
                new Kept(
                        Instant.now(),
                        score.benchmark() + params,
                        score.mode(),
                        score.value(),
                        score.error(),
                        score.unit(),
                        here.java(),
                        here.cpus(),
                        result.caveats().isEmpty()));
    }
}
