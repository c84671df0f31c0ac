package lab.exercise;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.function.UnaryOperator;
import lab.measure.LearnersFolder;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The file that keeps a learner's progress across restarts. Several kernels may write it: each
 * change is read, made and put in place whole under a lock. Where the home cannot be written,
 * progress lasts as long as the kernel, and {@link #trouble} says so.
 */
public final class Journal {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Path file;
    private Progress progress = Progress.none();
    private String trouble;
    private String setAside;

    private Journal(Path file) {
        this.file = file;
    }

    /** The journal in this file, which need not exist yet. */
    public static Journal in(Path file) {
        var journal = new Journal(file);
        journal.change(before -> before);
        return journal;
    }

    /** The learner's own, {@code progress.json} in the {@link LearnersFolder}. */
    public static Journal ofLearner() {
        return in(LearnersFolder.path().resolve("progress.json"));
    }

    public Path file() {
        return file;
    }

    /** Everything noted so far, by any kernel. */
    public synchronized Progress progress() {
        return progress;
    }

    /** Why progress is not kept on disk, or what of it could not be read. */
    public synchronized Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }

    /** The progress as a file's content. */
    synchronized String json() {
        return JSON.writeValueAsString(progress);
    }

    /**
     * Adds what another journal's file holds.
     *
     * @throws IllegalArgumentException where the file cannot be read as progress; nothing is
     *     changed
     */
    void merge(Path other) {
        try {
            var found = read(other);
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
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (var lock = FileChannel.open(sibling(".lock"), CREATE_AND_WRITE)) {
                lock.lock();
                progress = change.apply(progress.and(stored()));
                put(JSON.writeValueAsString(progress));
            }
            trouble = setAside;
        } catch (IOException e) {
            progress = change.apply(progress);
            trouble =
                    ("Progress cannot be kept in %s (%s): it lasts until the kernel ends."
                                    + " Start the lab with LAB_HOME set to a folder you can write.")
                            .formatted(file, e);
        }
    }

    private static final StandardOpenOption[] CREATE_AND_WRITE = {
        StandardOpenOption.CREATE, StandardOpenOption.WRITE
    };

    private Progress stored() throws IOException {
        if (!Files.exists(file)) {
            return Progress.none();
        }
        try {
            return read(file);
        } catch (RuntimeException | CharacterCodingException e) {
            // Nothing is lost: what cannot be read is kept beside the new file.
            var kept = unused();
            Files.move(file, kept);
            setAside = "Progress that could not be read was kept as " + kept;
            return Progress.none();
        }
    }

    private static Progress read(Path file) throws IOException {
        var found = JSON.readValue(Files.readString(file), Progress.class);
        if (found == null) {
            throw new IllegalArgumentException("it holds no progress");
        }
        return Progress.none().and(found);
    }

    private Path unused() {
        var place = sibling(".broken");
        for (int number = 2; Files.exists(place); number++) {
            place = sibling(".broken" + number);
        }
        return place;
    }

    private void put(String content) throws IOException {
        if (Files.exists(file) && Files.readString(file).equals(content)) {
            return;
        }
        var whole = Files.createTempFile(file.toAbsolutePath().getParent(), "progress", ".part");
        try {
            Files.writeString(whole, content);
            Files.move(
                    whole,
                    file,
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(whole);
        }
    }

    private Path sibling(String ending) {
        return file.resolveSibling(file.getFileName() + ending);
    }
}
