package lab.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.regex.Pattern;

/** The temporary folder of this process; it is deleted when the process ends. */
public final class Scratch {

    private static final String PREFIX = "latency-lab-";
    private static final Pattern OWNER = Pattern.compile(PREFIX + "(\\d+)-.*");

    private static Path root;

    private Scratch() {}

    /**
     * A folder in the temporary folder of this process.
     *
     * @throws IllegalStateException if it cannot be created; the message has its path and what to
     *     do
     */
    public static synchronized Path folder(String name) {
        try {
            if (root == null || !Files.isDirectory(root)) {
                root = Files.createTempDirectory(PREFIX + ProcessHandle.current().pid() + "-");
                deleteLeftovers(root.getParent());
                Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(root)));
            }
            return Files.createDirectories(root.resolve(name));
        } catch (IOException e) {
            throw new IllegalStateException(noSpace(e.toString()), e);
        }
    }

    /** The message for a full temporary folder. */
    public static String noSpace(String cause) {
        return "cannot write to %s: free some space there, or start Java with %s (%s)"
                .formatted(
                        System.getProperty("java.io.tmpdir"),
                        "-Djava.io.tmpdir=A_FOLDER_WITH_SPACE",
                        cause);
    }

    /** Deletes the folders of processes that were killed. */
    private static void deleteLeftovers(Path temporary) throws IOException {
        try (var all = Files.newDirectoryStream(temporary, PREFIX + "*")) {
            for (var folder : all) {
                var owner = OWNER.matcher(folder.getFileName().toString());
                if (owner.matches() && isGone(Long.parseLong(owner.group(1)))) {
                    delete(folder);
                }
            }
        }
    }

    private static boolean isGone(long process) {
        return ProcessHandle.of(process).isEmpty();
    }

    /** Deletes a folder, or as much of it as possible. */
    public static void delete(Path folder) {
        try (var all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(Scratch::deleteOne);
        } catch (IOException | UncheckedIOException e) {
            // Whatever cannot be listed, or is deleted by another process, is left to the system.
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
