package lab.measure;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;

/**
 * A file that keeps what a learner has done. Several kernels may change it at the same time, so
 * each change takes a lock, reads the file and replaces it as a whole. A reader sees the old
 * content or the new one, never a mix.
 */
public final class LearnersFile {

    /** Makes the new content of the file from the old content, which is empty if no file exists. */
    public interface Change {
        byte[] apply(Optional<byte[]> old) throws IOException;
    }

    private final Path path;

    private LearnersFile(Path path) {
        this.path = path.toAbsolutePath();
    }

    /** The file at this path, which need not exist yet. */
    public static LearnersFile at(Path path) {
        return new LearnersFile(path);
    }

    /** The file of this name in the {@link LearnersFolder}. */
    public static LearnersFile named(String name) {
        return at(LearnersFolder.path().resolve(name));
    }

    /** The absolute path. */
    public Path path() {
        return path;
    }

    /** The content of the file; empty if it does not exist. */
    public Optional<byte[]> content() throws IOException {
        return Files.exists(path) ? Optional.of(Files.readAllBytes(path)) : Optional.empty();
    }

    /**
     * Changes the file under a lock, and creates its folder if it is missing. The file lock
     * excludes other processes; the lock on the class excludes other threads, because Java refuses
     * a second file lock in one process.
     *
     * @throws IOException if the file cannot be read or written; then it is unchanged
     */
    public void change(Change change) throws IOException {
        synchronized (LearnersFile.class) {
            Files.createDirectories(path.getParent());
            try (var lock = FileChannel.open(sibling(".lock"), CREATE_AND_WRITE)) {
                lock.lock();
                var old = content();
                put(old, change.apply(old));
            }
        }
    }

    private static final StandardOpenOption[] CREATE_AND_WRITE = {
        StandardOpenOption.CREATE, StandardOpenOption.WRITE
    };

    private void put(Optional<byte[]> old, byte[] content) throws IOException {
        if (Files.exists(path) && old.isPresent() && Arrays.equals(old.get(), content)) {
            return;
        }
        var whole = Files.createTempFile(path.getParent(), path.getFileName().toString(), ".part");
        try {
            Files.write(whole, content);
            Files.move(
                    whole,
                    path,
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(whole);
        }
    }

    /**
     * Renames a file that cannot be read, so that nothing is lost. Must be called within a {@link
     * Change}.
     *
     * @return the new path of the file: the next free name that ends in {@code .broken}
     */
    public Path setAside() throws IOException {
        var place = sibling(".broken");
        for (int number = 2; Files.exists(place); number++) {
            place = sibling(".broken" + number);
        }
        return Files.move(path, place);
    }

    private Path sibling(String ending) {
        return path.resolveSibling(path.getFileName() + ending);
    }
}
