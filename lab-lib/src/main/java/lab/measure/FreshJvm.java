package lab.measure;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Starts this JDK's java with the given flags only, so that its measurements depend on nothing
 * else.
 */
public final class FreshJvm {

    /** Each of these adds flags, also in child processes, and prints a line into the output. */
    private static final List<String> FLAGS_BY_ENVIRONMENT =
            List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

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
}
