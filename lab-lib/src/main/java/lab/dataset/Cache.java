package lab.dataset;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.function.DoubleConsumer;
import java.util.function.ToLongFunction;
import lab.measure.LearnersFolder;
import lab.measure.Steps;

/** Keeps the datasets that are too large to ship: they are generated once, and checked. */
final class Cache {

    private static final long SPARE_BYTES = 50_000_000;

    private final Path home;
    private final ToLongFunction<Path> room;

    Cache(Path home, ToLongFunction<Path> room) {
        this.home = home;
        this.room = room;
    }

    static Cache ofLearner() {
        return new Cache(
                LearnersFolder.path().resolve("datasets"), path -> path.toFile().getUsableSpace());
    }

    /** The folder of these files. If files are missing or incomplete, they are generated now. */
    synchronized Path folder(Generated files) throws IOException {
        var folder = home.resolve(files.name());
        if (!isWhole(folder, files)) {
            make(files, folder);
        }
        return folder;
    }

    private static boolean isWhole(Path folder, Generated files) throws IOException {
        return Files.isDirectory(folder) && bytes(folder) == files.bytes();
    }

    private void make(Generated files, Path folder) throws IOException {
        Files.createDirectories(home);
        requireRoom(files);
        var draft = Files.createTempDirectory(home, "draft-");
        try {
            String sha256 = write(files, draft);
            requireSame(files, sha256, bytes(draft));
            delete(folder);
            move(draft, folder);
        } finally {
            delete(draft);
        }
    }

    private static String write(Generated files, Path draft) throws IOException {
        try (var steps = Steps.of(Shown.FIFTHS)) {
            return files.write(draft, new Shown(files, steps));
        }
    }

    private void requireRoom(Generated files) throws IOException {
        if (!hasRoom(files)) {
            throw new IOException(
                    ("no disk space for %s: %,d MB are needed in %s, %,d MB are free;"
                                    + " delete some files, or name another folder with LAB_HOME and"
                                    + " restart the kernel")
                            .formatted(
                                    files.content(),
                                    (files.bytes() + SPARE_BYTES) / 1_000_000,
                                    home,
                                    room.applyAsLong(home) / 1_000_000));
        }
    }

    /** Whether these files are here, or would fit on the disk. */
    boolean hasRoom(Generated files) throws IOException {
        Files.createDirectories(home);
        return isWhole(home.resolve(files.name()), files)
                || room.applyAsLong(home) >= files.bytes() + SPARE_BYTES;
    }

    /** Deletes these files; the next use generates them again. */
    synchronized void remove(Generated files) throws IOException {
        delete(home.resolve(files.name()));
    }

    private static void requireSame(Generated files, String sha256, long bytes) throws IOException {
        if (!sha256.equals(files.sha256()) || bytes != files.bytes()) {
            throw new IOException(
                    "%s has %,d bytes with SHA-256 %s instead of %,d with %s: was the disk"
                                    .formatted(
                                            files.name(),
                                            bytes,
                                            sha256,
                                            files.bytes(),
                                            files.sha256())
                            + " full? run the cell again");
        }
    }

    private static void move(Path draft, Path folder) throws IOException {
        try {
            Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException onThisDisk) {
            Files.move(draft, folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (var all = Files.walk(folder)) {
                for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    static long bytes(Path folder) throws IOException {
        long sum = 0;
        try (var all = Files.newDirectoryStream(folder)) {
            for (var file : all) {
                sum += Files.size(file);
            }
        }
        return sum;
    }

    /** Shows every fifth of the work as a step. */
    private static final class Shown implements DoubleConsumer {

        private static final int FIFTHS = 5;

        private final Generated files;
        private final Steps steps;
        private int begun;

        Shown(Generated files, Steps steps) {
            this.files = files;
            this.steps = steps;
            accept(0);
        }

        @Override
        public void accept(double share) {
            while (begun < FIFTHS && begun <= share * FIFTHS) {
                begun++;
                steps.next("generating %s, only once".formatted(files.content()));
            }
        }
    }
}
