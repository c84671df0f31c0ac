package lab.bench;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import lab.bench.fork.HarnessProcess;
import lab.bench.fork.Turnstile;
import lab.bench.source.BenchmarkRefused;
import lab.bench.source.CellSources;
import lab.bench.source.Compilation;
import lab.measure.Runaways;

/**
 * Runs the benchmarks of notebook cells, or of compiled classes, under real forked JMH. Nothing of
 * it runs in the calling process, whose flags, garbage and compiled code would change the scores.
 */
public final class Bench {

    private final CellSources cells;
    private final History history;
    private final Turnstile turnstile;

    private Bench(CellSources cells, History history, Turnstile turnstile) {
        this.cells = cells;
        this.history = history;
        this.turnstile = turnstile;
    }

    /** Benchmarks whose sources are in these cells; results are kept in the learner's home. */
    public static Bench of(CellSources cells) {
        return new Bench(cells, History.home(), Turnstile.ofThisMachine());
    }

    /** The same with results kept elsewhere. */
    public Bench keepingIn(History other) {
        return new Bench(cells, other, turnstile);
    }

    /** The same, taking turns only with those that share this lock file. */
    Bench behind(Path other) {
        return new Bench(cells, history, Turnstile.at(other));
    }

    /**
     * Runs every benchmark of these classes and of those nested in them.
     *
     * @param onProgress gets the progress at most four times a second, in the calling thread
     * @throws BenchmarkRefused if there is nothing that could run, saying why
     * @throws IllegalStateException if a thread of an earlier cell still burns a core
     * @throws InterruptedException if the thread is interrupted; no process is left then
     */
    public BenchResult run(
            List<Class<?>> classes, BenchOptions options, Consumer<BenchProgress> onProgress)
            throws InterruptedException {
        var start = Instant.now();
        var compilation = Compilation.of(cells, classes);
        try (var harness = HarnessProcess.start(compilation.classPath(), compilation.jvmFlags())) {
            Runaways.refuse();
            var schedule = Planner.plan(compilation.run(), options);
            var log =
                    new RunLog(schedule, InstantSource.system(), new Places(compilation)::describe);
            var result = new Run(harness, log, onProgress).toTheEnd(start, turnstile);
            var noted = result.noting(compilation.notes());
            return history.keep(noted).map(List::of).map(noted::noting).orElse(noted);
        }
    }
}
