package lab.measure;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts this JDK's java with the flags it is given and no others: what it measures is its own. */
public final class FreshJvm {

    /** Each of them would add flags, reach the children as well, and print a line in between. */
    private static final List<String> FLAGS_BY_ENVIRONMENT =
            List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

    private FreshJvm() {}

    /** A process with these arguments, ready to be started. */
    public static ProcessBuilder with(List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(arguments);
        var builder = new ProcessBuilder(command);
        builder.environment().keySet().removeAll(FLAGS_BY_ENVIRONMENT);
        return builder;
    }
}
