package lab.jupyter;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jdk.jshell.JShell;
import lab.measure.Measured;

/**
 * Makes Shift-Tab show the Javadoc of the lab. JShell looks for Javadoc only in the sources of the
 * JDK, so this adds the lab's sources to that list, which is private. Where the list cannot be
 * reached, Shift-Tab shows signatures only.
 */
public final class Sources {

    private Sources() {}

    public static void showTo(JShell shell) {
        ofLab().ifPresent(jar -> add(jar, shell));
    }

    /** Next to the lab's jar, or in the place that the property {@code lab.sources} names. */
    static Optional<Path> ofLab() {
        return Optional.ofNullable(System.getProperty("lab.sources"))
                .map(Path::of)
                .or(Sources::besideJar)
                .filter(Files::isRegularFile);
    }

    private static Optional<Path> besideJar() {
        try {
            var jar =
                    Path.of(
                            Measured.class
                                    .getProtectionDomain()
                                    .getCodeSource()
                                    .getLocation()
                                    .toURI());
            var name = jar.getFileName().toString().replaceFirst("\\.jar$", "-sources.jar");
            return Optional.of(jar.resolveSibling(name));
        } catch (URISyntaxException | RuntimeException unknownPlace) {
            return Optional.empty();
        }
    }

    private static void add(Path jar, JShell shell) {
        try {
            var analysis = shell.sourceCodeAnalysis();
            var find = analysis.getClass().getDeclaredMethod("findSources");
            find.setAccessible(true);
            var sources = new ArrayList<Object>((List<?>) find.invoke(analysis));
            sources.add(FileSystems.newFileSystem(jar).getPath("/"));
            var field = analysis.getClass().getDeclaredField("availableSources");
            field.setAccessible(true);
            field.set(analysis, sources);
        } catch (IOException | ReflectiveOperationException | RuntimeException otherJdk) {
            // documentation is optional: without it, Shift-Tab shows the signature
        }
    }
}
