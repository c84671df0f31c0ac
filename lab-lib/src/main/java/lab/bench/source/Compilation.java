package lab.bench.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import lab.measure.Scratch;
import org.openjdk.jmh.generators.BenchmarkProcessor;

/**
 * Pages on their way to classes, by JMH's annotation processor. Every content has a folder of its
 * own: a benchmark that did not change is not compiled again in this process.
 */
public final class Compilation {

    private static final Set<Path> COMPILED = ConcurrentHashMap.newKeySet();

    private final Map<String, Page> pages;
    private final String classPath;
    private final Path folder;

    public Compilation(Map<String, Page> pages, String classPath) {
        this.pages = pages;
        this.classPath = classPath;
        this.folder = Scratch.folder("classes/" + fingerprint(pages, classPath));
    }

    /** Where the classes are or will be; a JVM may be started with it before they are. */
    public Path folder() {
        return folder;
    }

    /**
     * Writes the classes, unless they have been written before.
     *
     * @param variables the notebook's variables, to explain why they cannot be found
     * @throws BenchmarkRefused if they do not compile, naming the learner's lines
     */
    public void run(Set<String> variables) {
        if (pages.isEmpty()
                || COMPILED.contains(folder)
                        && Files.isDirectory(folder.resolve(Manuscript.PACKAGE))) {
            return;
        }
        var errors = javac().stream().filter(d -> d.getKind() == Diagnostic.Kind.ERROR).toList();
        if (!errors.isEmpty()) {
            Scratch.delete(folder);
            throw new Diagnosis(pages, variables).of(errors);
        }
        COMPILED.add(folder);
    }

    private List<Diagnostic<? extends JavaFileObject>> javac() {
        var heard = new DiagnosticCollector<JavaFileObject>();
        var options = List.of("-d", folder.toString(), "-cp", classPath, "-nowarn", "-parameters");
        var compiler = ToolProvider.getSystemJavaCompiler();
        var task = compiler.getTask(null, null, heard, options, null, files());
        task.setProcessors(List.of(new BenchmarkProcessor()));
        try {
            task.call();
        } catch (RuntimeException e) {
            throw new BenchmarkRefused("JMH cannot read the annotations: " + cause(e), e);
        }
        return heard.getDiagnostics();
    }

    /** JMH's processor throws what it has not foreseen, such as a negative time. */
    private static String cause(RuntimeException thrown) {
        return (thrown.getCause() == null ? thrown : thrown.getCause()).getMessage();
    }

    private List<SourceFile> files() {
        return pages.entrySet().stream()
                .map(page -> new SourceFile(page.getKey(), page.getValue().text()))
                .toList();
    }

    private static String fingerprint(Map<String, Page> pages, String classPath) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(classPath.getBytes(UTF_8));
            pages.forEach((name, page) -> digest.update((name + page.text()).getBytes(UTF_8)));
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
