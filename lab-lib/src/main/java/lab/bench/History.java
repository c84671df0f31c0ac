package lab.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lab.measure.Environment;
import lab.measure.LearnersFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps results in a file of JSON lines, so that before and after can be compared across sessions.
 */
public final class History {

    private static final int MOST_LINES = 2_000;
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<Path> COMPLAINED = ConcurrentHashMap.newKeySet();

    private final LearnersFile file;

    private History(LearnersFile file) {
        this.file = file;
    }

    /** The history in this file, which need not exist yet. */
    public static History at(Path file) {
        return new History(LearnersFile.at(file));
    }

    /** The learner's own, {@code benchmarks.jsonl} in the {@link lab.measure.LearnersFolder}. */
    public static History home() {
        return new History(LearnersFile.named("benchmarks.jsonl"));
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
            return COMPLAINED.add(file.path())
                    ? Optional.of(
                            ("the result was not kept for history() (%s): start with LAB_HOME set"
                                            + " to a folder you can write")
                                    .formatted(e))
                    : Optional.empty();
        }
    }

    private void add(List<String> more) throws IOException {
        file.change(
                old -> {
                    var kept = lines(old);
                    int dropped = kept.size() > MOST_LINES ? kept.size() - MOST_LINES / 2 : 0;
                    return Stream.concat(kept.stream().skip(dropped), more.stream())
                            .collect(Collectors.joining("\n", "", "\n"))
                            .getBytes(UTF_8);
                });
    }

    private List<String> lines() {
        try {
            return lines(file.content());
        } catch (IOException e) {
            return List.of();
        }
    }

    /** Bytes that are not text break only their own line. */
    private static List<String> lines(Optional<byte[]> content) {
        return content.map(bytes -> new String(bytes, UTF_8).lines().toList()).orElse(List.of());
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
                        result.caveats().isEmpty(),
                        result.ran().rounds(),
                        result.ran().seed(),
                        ratio(score, result)));
    }

    private static String ratio(Score score, BenchResult result) {
        return result.contests().stream()
                .filter(contest -> contest.other().equals(score))
                .map(contest -> contest.ruling().factor().toString())
                .findFirst()
                .orElse(null);
    }
}
