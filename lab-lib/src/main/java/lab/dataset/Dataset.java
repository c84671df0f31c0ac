package lab.dataset;

import java.io.FileNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import lab.measure.Require;

/** The data that the lab ships, by name: a file, or a folder with files. */
public final class Dataset {

    private static final Map<String, String> FILES =
            new TreeMap<>(Map.of("orders", "orders", "orders.json", "orders.json"));

    private Dataset() {}

    /**
     * The path of a shipped file or folder.
     *
     * @throws IllegalArgumentException for an unknown name; the message lists the known ones
     * @throws FileNotFoundException if the lab's folder of datasets is not found
     */
    public static Path named(String name) throws FileNotFoundException {
        Require.given(name, "name", "dataset(\"orders\")");
        String file = FILES.get(name);
        if (file == null) {
            throw new IllegalArgumentException(
                    "dataset \"%s\" is not known; known are %s"
                            .formatted(name, String.join(", ", FILES.keySet())));
        }
        return places().map(folder -> folder.resolve(file))
                .filter(Files::isReadable)
                .findFirst()
                .orElseThrow(() -> new FileNotFoundException(notFound(file)));
    }

    /** The folder that the kernel names, then {@code datasets} here or in a folder above. */
    private static Stream<Path> places() {
        String named = System.getenv("LAB_DATASETS");
        var above =
                Stream.iterate(
                                Path.of("").toAbsolutePath(),
                                folder -> folder != null,
                                Path::getParent)
                        .map(folder -> folder.resolve("datasets"));
        return named == null ? above : Stream.concat(Stream.of(Path.of(named)), above);
    }

    private static String notFound(String file) {
        return "datasets/%s was not found in or above %s; use ./lab start, or set LAB_DATASETS"
                .formatted(file, Path.of("").toAbsolutePath());
    }
}
