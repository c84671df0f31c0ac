package lab.course;

import static java.util.stream.Collectors.joining;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jdk.jshell.JShell;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;

/** A shell that compiles cells like a kernel but does not run them: seconds, not minutes. */
final class CellCompiler implements AutoCloseable {

    /** The default imports of both kernels. */
    private static final List<String> IMPORTED =
            List.of(
                    "java.util.*",
                    "java.io.*",
                    "java.math.*",
                    "java.net.*",
                    "java.util.concurrent.*",
                    "java.util.prefs.*",
                    "java.util.regex.*",
                    "java.util.stream.*");

    private final JShell shell =
            JShell.builder().executionEngine(new CompilesOnly(), Map.of()).build();

    CellCompiler() {
        shell.addToClasspath(System.getProperty("java.class.path"));
        IMPORTED.forEach(name -> shell.eval("import " + name + ";"));
    }

    /** The compile errors of this cell after the cells before it; empty if it compiles. */
    List<String> faults(String cell) {
        var faults = new ArrayList<String>();
        var rest = cell;
        while (!rest.isBlank()) {
            var next = shell.sourceCodeAnalysis().analyzeCompletion(rest);
            if (!next.completeness().isComplete()) {
                faults.add("not complete: " + rest);
                break;
            }
            shell.eval(next.source()).stream()
                    .filter(event -> event.status() != Status.VALID && event.causeSnippet() == null)
                    .map(this::fault)
                    .forEach(faults::add);
            rest = next.remaining();
        }
        return faults;
    }

    private String fault(SnippetEvent event) {
        var reasons =
                shell.diagnostics(event.snippet())
                        .map(reason -> reason.getMessage(Locale.ENGLISH))
                        .collect(joining("; "));
        return event.snippet().source() + "\n-> " + reasons;
    }

    @Override
    public void close() {
        shell.close();
    }

    private record CompilesOnly() implements ExecutionControlProvider {

        @Override
        public String name() {
            return "compiles only";
        }

        @Override
        public ExecutionControl generate(ExecutionEnv environment, Map<String, String> parameters) {
            return (ExecutionControl)
                    Proxy.newProxyInstance(
                            CellCompiler.class.getClassLoader(),
                            new Class<?>[] {ExecutionControl.class},
                            (control, method, arguments) ->
                                    method.getReturnType() == String.class ? "" : null);
        }
    }
}
