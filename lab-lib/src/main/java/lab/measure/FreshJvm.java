package lab.measure;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Starts this JDK's java with the given flags only, so that its measurements depend on nothing
 * else.
 */
public final class FreshJvm {

    /** The last line of a main class that came to its end. */
    public static final String DONE = "done";

    /** Each of these adds flags, also in child processes, and prints a line into the output. */
    private static final List<String> FLAGS_BY_ENVIRONMENT =
            List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

    private static final String HEAP = "-Xmx256m";
    private static final int LIMIT_SECONDS = 60;

    private FreshJvm() {}

    /** A process with these arguments that has not been started yet. */
    public static ProcessBuilder with(List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(arguments);
        var builder = new ProcessBuilder(command);
        builder.environment().keySet().removeAll(FLAGS_BY_ENVIRONMENT);
        return builder;
    }

    /**
     * What a main class prints in a JVM of its own, without its last line, which is {@link #DONE}.
     *
     * @param main the class with the main method
     * @param libraries one class of each library that it uses
     * @throws IOException if it did not print that line within a minute; with its output
     */
    public static List<String> printed(
            Class<?> main, List<Class<?>> libraries, List<String> arguments)
            throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(HEAP, "-cp", places(main, libraries)));
        command.add(main.getName());
        command.addAll(arguments);
        // A file: reading from a pipe cannot be interrupted, but waiting for a process can.
        var output = Files.createTempFile(main.getSimpleName(), ".txt");
        var child = with(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();
        try {
            boolean ended = child.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
            return withoutDone(Files.readAllLines(output), ended);
        } finally {
            child.destroyForcibly();
            Files.deleteIfExists(output);
        }
    }

    private static List<String> withoutDone(List<String> lines, boolean ended) throws IOException {
        if (!ended || lines.isEmpty() || !DONE.equals(lines.getLast())) {
            throw new IOException("the new JVM did not finish; its output: " + lines);
        }
        return lines.subList(0, lines.size() - 1);
    }

    private static String places(Class<?> main, List<Class<?>> libraries) {
        return Stream.concat(Stream.of(main), libraries.stream())
                .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
                .map(place -> Path.of(URI.create(place.toString())).toString())
                .distinct()
                .collect(Collectors.joining(System.getProperty("path.separator")));
    }
}
