package lab.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** The folder of this process below the system's temporary one; it goes when the process goes. */
final class Scratch {

    private static Path root;

    private Scratch() {}

    /**
     * A folder in it.
     *
     * @throws BenchmarkRefused if it cannot be made, naming where and the way out
     */
    static synchronized Path folder(String name) {
        try {
            if (root == null || !Files.isDirectory(root)) {
                root = Files.createTempDirectory("latency-lab-");
                Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(root)));
            }
            return Files.createDirectories(root.resolve(name));
        } catch (IOException e) {
            throw new BenchmarkRefused(
                    "nothing can be written to %s: free some space there, or start Java with %s (%s)"
                            .formatted(
                                    System.getProperty("java.io.tmpdir"),
                                    "-Djava.io.tmpdir=A_FOLDER_WITH_SPACE",
                                    e.getMessage()),
                    e);
        }
    }

    /** Deletes as much of a folder as can be deleted. */
    static void delete(Path folder) {
        try (var all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(Scratch::deleteOne);
        } catch (IOException e) {
            // What cannot be listed stays; the system clears its temporary folder.
        }
    }

    private static void deleteOne(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            // As above.
        }
    }
}
