package lab.bench.source;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jdk.jshell.JShell;
import jdk.jshell.Snippet.Status;

/** A shell in this process that runs cells like a kernel. */
public final class Notebook implements AutoCloseable {

    /** A cell stores its classes here so that the test can read them. */
    public static final List<Class<?>> NAMED = new ArrayList<>();

    private final JShell shell;

    public Notebook(String... cells) {
        this(List.of(), cells);
    }

    /** A kernel with these compiler options. */
    public Notebook(List<String> compilerOptions, String... cells) {
        shell =
                JShell.builder()
                        .executionEngine("local")
                        .compilerOptions(compilerOptions.toArray(String[]::new))
                        .build();
        shell.addToClasspath(System.getProperty("java.class.path"));
        cell("import org.openjdk.jmh.annotations.*;");
        cell("import org.openjdk.jmh.infra.*;");
        cell("import java.util.*;");
        cell("import java.util.concurrent.*;");
        for (var cell : cells) {
            cell(cell);
        }
    }

    /** Adds to the class path like %classpath in a kernel, without changing the property. */
    Notebook with(Path folder) {
        shell.addToClasspath(folder.toString());
        return this;
    }

    /** Runs every snippet of a cell; as in a kernel, snippets with errors stay rejected. */
    public void cell(String source) {
        var rest = source;
        while (!rest.isBlank()) {
            var next = shell.sourceCodeAnalysis().analyzeCompletion(rest);
            shell.eval(next.source() == null ? rest : next.source());
            rest = next.remaining();
        }
    }

    public CellSources sources() {
        return CellSources.of(shell);
    }

    /** The classes with these names, as {@code bench(A.class, B.class)} passes them. */
    public List<Class<?>> classes(String... names) {
        NAMED.clear();
        for (var name : names) {
            var events = shell.eval("lab.bench.source.Notebook.NAMED.add(" + name + ".class);");
            if (events.getFirst().status() != Status.VALID) {
                throw new IllegalArgumentException(
                        name + ": " + shell.diagnostics(events.getFirst().snippet()).toList());
            }
        }
        return List.copyOf(NAMED);
    }

    @Override
    public void close() {
        shell.close();
    }
}
