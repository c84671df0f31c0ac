package lab.exercise;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import lab.measure.LearnersFile;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The file that keeps a learner's progress across restarts. Where the file cannot be written,
 * progress lasts as long as the kernel, and {@link #trouble} says so.
 */
public final class Journal {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final LearnersFile file;
    private Progress progress = Progress.none();
    private String trouble;
    private String setAside;

    private Journal(LearnersFile file) {
        this.file = file;
    }

    /** The journal in this file, which need not exist yet. */
    public static Journal in(Path file) {
        return in(LearnersFile.at(file));
    }

    private static Journal in(LearnersFile file) {
        var journal = new Journal(file);
        journal.change(before -> before);
        return journal;
    }

    /** The learner's own, {@code progress.json} in the {@link lab.measure.LearnersFolder}. */
    public static Journal ofLearner() {
        return in(LearnersFile.named("progress.json"));
    }

    public Path file() {
        return file.path();
    }

    /** Everything that any kernel has kept so far. */
    public synchronized Progress progress() {
        return progress;
    }

    /** Why progress is not kept on disk, or which file could not be read. */
    public synchronized Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }

    /** The progress as a file's content. */
    synchronized String json() {
        return JSON.writeValueAsString(progress);
    }

    /**
     * Adds the content of another journal's file.
     *
     * @throws IllegalArgumentException where the file cannot be read as progress; nothing is
     *     changed
     */
    void merge(Path other) {
        try {
            var found = read(Files.readAllBytes(other));
            change(before -> before.and(found));
        } catch (IOException | RuntimeException e) {
            throw new IllegalArgumentException(
                    "progress file %s cannot be read (%s); give the path of a progress.json"
                            .formatted(other, e.getMessage()),
                    e);
        }
    }

    synchronized void change(UnaryOperator<Progress> change) {
        try {
            file.change(old -> changed(old, change));
            trouble = setAside;
        } catch (IOException e) {
            progress = change.apply(progress);
            trouble =
                    ("Progress cannot be kept in %s (%s): it lasts until the kernel ends."
                                    + " Start the lab with LAB_HOME set to a folder you can write.")
                            .formatted(file.path(), e);
        }
    }

    private byte[] changed(Optional<byte[]> old, UnaryOperator<Progress> change)
            throws IOException {
        progress = change.apply(progress.and(stored(old)));
        return JSON.writeValueAsBytes(progress);
    }

    private Progress stored(Optional<byte[]> content) throws IOException {
        if (content.isEmpty()) {
            return Progress.none();
        }
        try {
            return read(content.get());
        } catch (RuntimeException | CharacterCodingException e) {
            setAside = "Progress that could not be read was kept as " + file.setAside();
            return Progress.none();
        }
    }

    /** Strict: bytes that are not text are refused. */
    private static Progress read(byte[] content) throws CharacterCodingException {
        var text = UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
        var found = JSON.readValue(text, Progress.class);
        if (found == null) {
            throw new IllegalArgumentException("it holds no progress");
        }
        return Progress.none().and(found);
    }
}
