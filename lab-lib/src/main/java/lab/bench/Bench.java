package lab.bench;

import java.io.File;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import lab.bench.fork.HarnessProcess;
import lab.bench.source.BenchmarkRefused;
import lab.bench.source.CellSources;
import lab.bench.source.ClassPath;
import lab.bench.source.Compilation;
import lab.bench.source.Manuscript;
import lab.bench.source.Targets;
import lab.measure.Runaways;

/**
 * Runs the benchmarks of notebook cells, or of compiled classes, under real forked JMH. Nothing of
 * it runs in the calling process, whose flags, garbage and compiled code would change the scores.
 */
public final class Bench {

    private final CellSources cells;
    private final History history;
    private final Path lock;

    private Bench(CellSources cells, History history, Path lock) {
        this.cells = cells;
        this.history = history;
        this.lock = lock;
    }

    /** Benchmarks whose sources are in these cells; results are kept in the learner's home. */
    public static Bench of(CellSources cells) {
        return new Bench(cells, History.home(), Turnstile.ofThisMachine());
    }

    /** The same with results kept elsewhere. */
    public Bench keepingIn(History other) {
        return new Bench(cells, other, lock);
    }

    /** The same, taking turns only with those that share this lock file. */
    Bench behind(Path other) {
        return new Bench(cells, history, other);
    }

    /**
     * Runs every benchmark of these classes and of those nested in them.
     *
     * @param onProgress is told about four times a second how far it is, by the calling thread
     * @throws BenchmarkRefused if there is nothing that could run, saying why
     * @throws IllegalStateException if a thread of an earlier cell still burns a core
     * @throws InterruptedException if the thread is interrupted; no process is left then
     */
    public BenchResult run(
            List<Class<?>> classes, BenchOptions options, Consumer<Progress> onProgress)
            throws InterruptedException {
        var start = Instant.now();
        var targets = new Targets(cells, classes);
        var classPath = ClassPath.of(targets.classes());
        var pages = new Manuscript(cells, targets.roots()).pages();
        var compilation = new Compilation(pages, classPath);
        var fullPath = compilation.folder() + File.pathSeparator + classPath;
        try (var harness = HarnessProcess.start(fullPath)) {
            Runaways.refuse();
            compile(compilation);
            var plan = Planner.plan(targets.benchmarks(compilation.folder()), options);
            var tally = new Tally(plan, InstantSource.system(), new Places(pages)::describe);
            var result = new Run(harness, tally, onProgress).toTheEnd(start, lock);
            return history.keep(result).map(result::noting).orElse(result);
        }
    }

    /** What an interrupt does to the compiler looks like an error of the learner's. */
    private void compile(Compilation compilation) throws InterruptedException {
        try {
            compilation.run(cells.variables());
        } catch (BenchmarkRefused e) {
            if (!Thread.currentThread().isInterrupted()) {
                throw e;
            }
        }
        if (Thread.interrupted()) {
            throw new InterruptedException("interrupted while the benchmark was compiled");
        }
    }
}
