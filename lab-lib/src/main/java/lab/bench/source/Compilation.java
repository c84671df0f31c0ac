package lab.bench.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import lab.measure.Scratch;
import org.openjdk.jmh.runner.BenchmarkListEntry;

/**
 * The way from the source of cells to compiled benchmarks. Each content has a folder of its own: a
 * benchmark that did not change is not compiled a second time in this process.
 */
public final class Compilation {

    /** The package of every class that was compiled from cells. */
    public static final String PACKAGE = "nb";

    private static final Set<Path> COMPILED = ConcurrentHashMap.newKeySet();

    private final CellSources cells;
    private final Targets targets;
    private final Map<String, Page> pages;
    private final String libraries;
    private final Path folder;

    private Compilation(CellSources cells, Targets targets) {
        this.cells = cells;
        this.targets = targets;
        this.pages = new Manuscript(cells, targets.roots()).pages();
        this.libraries = ClassPath.of(targets.classes());
        this.folder = Scratch.folder("classes/" + fingerprint());
    }

    /**
     * Collects what these classes need.
     *
     * @throws BenchmarkRefused if one of them cannot hold benchmarks, saying why
     */
    public static Compilation of(CellSources cells, List<Class<?>> classes) {
        return new Compilation(cells, new Targets(cells, classes));
    }

    /** The class path of a measured JVM, which may be started before the classes are compiled. */
    public String classPath() {
        return folder + File.pathSeparator + libraries;
    }

    /** Flags without which a JVM cannot run what the kernel can run. */
    public List<String> jvmFlags() {
        return cells.access().jvm();
    }

    /** What the learner should know about these classes, although they can be measured. */
    public List<String> notes() {
        return targets.roots().stream()
                .flatMap(type -> CopiedMain.note(type, cells.types().get(type)).stream())
                .toList();
    }

    /**
     * Compiles the classes, unless they are compiled already, and lists their benchmarks.
     *
     * @throws BenchmarkRefused if they do not compile, naming the learner's lines, or if one of
     *     them has no benchmark
     */
    public List<BenchmarkListEntry> run() throws InterruptedException {
        if (!isCompiled()) {
            compile();
        }
        return targets.benchmarks(folder);
    }

    private boolean isCompiled() {
        return pages.isEmpty()
                || COMPILED.contains(folder) && Files.isDirectory(folder.resolve(PACKAGE));
    }

    /** What an interrupt does to the compiler looks like an error in the source. */
    private void compile() throws InterruptedException {
        var javac = new Javac(folder, libraries, cells.access().compiler());
        try {
            var errors = javac.errors(SourceFile.of(pages));
            if (!errors.isEmpty()) {
                Scratch.delete(folder);
                throw new Diagnosis(pages, cells.variables()).of(errors);
            }
        } catch (BenchmarkRefused e) {
            if (!Thread.currentThread().isInterrupted()) {
                throw e;
            }
        }
        if (Thread.interrupted()) {
            throw new InterruptedException("interrupted while the benchmark was compiled");
        }
        COMPILED.add(folder);
    }

    /**
     * The learner's line behind a line of a compiled type: "line 4 of class Sums: return 1 / n;".
     *
     * @param type the simple name of a top-level type
     */
    public Optional<String> place(String type, int line) {
        return Optional.ofNullable(pages.get(type))
                .flatMap(page -> page.at(line))
                .map(passage -> passage.place(line) + ": " + passage.line(line));
    }

    private String fingerprint() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update((libraries + cells.access().compiler()).getBytes(UTF_8));
            pages.forEach((name, page) -> digest.update((name + page.text()).getBytes(UTF_8)));
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
