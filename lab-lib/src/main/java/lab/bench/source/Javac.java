package lab.bench.source;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import org.openjdk.jmh.generators.BenchmarkProcessor;

/**
 * The compiler with JMH's annotation processor.
 *
 * @param folder where the classes go
 * @param options beyond those that every benchmark needs
 */
record Javac(Path folder, String classPath, List<String> options) {

    /**
     * Compiles these files; the errors it found.
     *
     * @throws BenchmarkRefused if JMH's processor fails
     */
    List<? extends Diagnostic<? extends JavaFileObject>> errors(Collection<SourceFile> files) {
        var found = new DiagnosticCollector<JavaFileObject>();
        var compiler = ToolProvider.getSystemJavaCompiler();
        var task = compiler.getTask(null, null, found, allOptions(), null, files);
        task.setProcessors(List.of(new BenchmarkProcessor()));
        try {
            task.call();
        } catch (RuntimeException e) {
            throw new BenchmarkRefused("JMH cannot read the annotations: " + cause(e), e);
        }
        return found.getDiagnostics().stream()
                .filter(one -> one.getKind() == Diagnostic.Kind.ERROR)
                .toList();
    }

    private List<String> allOptions() {
        var all = new ArrayList<>(List.of("-d", folder.toString(), "-cp", classPath));
        all.addAll(List.of("-nowarn", "-parameters"));
        all.addAll(options);
        return all;
    }

    /** JMH's processor throws what it does not expect, such as a negative time. */
    private static String cause(RuntimeException thrown) {
        return (thrown.getCause() == null ? thrown : thrown.getCause()).getMessage();
    }
}
