package lab.bench.source;

import static java.util.stream.Collectors.joining;

import java.io.File;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Everything that a benchmark may use: the class path of this process, what was added to its class
 * loaders later (not every kernel adds that to the property), JMH and this library.
 */
final class ClassPath {

    private static final List<String> NEEDED =
            List.of(
                    "org.openjdk.jmh.runner.Runner",
                    "org.openjdk.jmh.generators.BenchmarkProcessor",
                    "joptsimple.OptionParser",
                    "org.apache.commons.math3.stat.inference.TTest",
                    "lab.measure.Measured",
                    "lab.bench.Bench");

    private ClassPath() {}

    /** The class path for these classes. */
    static String of(Collection<Class<?>> classes) {
        Set<Path> entries = new LinkedHashSet<>();
        for (var entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            add(entries, Path.of(entry.isEmpty() ? "." : entry));
        }
        classes.forEach(type -> addLoaders(entries, type.getClassLoader()));
        NEEDED.forEach(name -> addHome(entries, name));
        return entries.stream().map(Path::toString).collect(joining(File.pathSeparator));
    }

    private static void addLoaders(Set<Path> entries, ClassLoader loader) {
        for (var at = loader; at != null; at = at.getParent()) {
            if (at instanceof URLClassLoader urls) {
                for (var url : urls.getURLs()) {
                    add(entries, url);
                }
            }
        }
    }

    private static void addHome(Set<Path> entries, String className) {
        try {
            var type = Class.forName(className, false, ClassPath.class.getClassLoader());
            add(entries, type.getProtectionDomain().getCodeSource().getLocation());
        } catch (ClassNotFoundException e) {
            throw new BenchmarkRefused(
                    className + " is not on the class path; ./lab start repairs it", e);
        }
    }

    private static void add(Set<Path> entries, URL url) {
        try {
            if ("file".equals(url.getProtocol())) {
                add(entries, Path.of(url.toURI()));
            }
        } catch (URISyntaxException e) {
            // Another process cannot use what is not a file.
        }
    }

    private static void add(Set<Path> entries, Path path) {
        var absolute = path.toAbsolutePath().normalize();
        if (Files.exists(absolute)) {
            entries.add(absolute);
        }
    }
}
