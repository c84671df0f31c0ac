package lab.bench;

import static java.time.Duration.ofMillis;
import static java.util.concurrent.TimeUnit.SECONDS;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lab.bench.source.CellSources;
import lab.bench.source.Notebook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** When a run ends in any way, its processes end. */
@Timeout(240)
class ProcessesTest {

    private static final BenchOptions LONG =
            BenchOptions.brief().warmup(1, ofMillis(10)).measurement(1_000, ofMillis(100));

    @TempDir Path home;

    @Test
    void anInterruptLeavesNoProcessBehind() throws Exception {
        var folder = Compiled.benchmark(home, "public int one() { return 1; }");
        try (var loader = new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
            var type = loader.loadClass("ready.Made");
            var before = ProcessHandle.current().descendants().collect(toSet());
            var caller = Thread.currentThread();

            assertThatThrownBy(
                            () ->
                                    bench(CellSources.none())
                                            .run(
                                                    List.of(type),
                                                    LONG,
                                                    p -> interruptOnceMeasuring(p, caller)))
                    .isInstanceOf(InterruptedException.class);

            assertThat(ProcessHandle.current().descendants().filter(p -> !before.contains(p)))
                    .noneMatch(ProcessHandle::isAlive);
        }
    }

    private static void interruptOnceMeasuring(BenchProgress progress, Thread caller) {
        if (progress.finding().contains("so far")) {
            caller.interrupt();
        }
    }

    @Test
    void interruptingTheCompilerIsNotReportedAsACompileError() {
        var cell = "public class Unknown { @Benchmark public int one() { return 1; } }";
        try (var notebook = new Notebook(cell)) {
            var classes = notebook.classes("Unknown");
            var bench = bench(notebook.sources());

            Thread.currentThread().interrupt();

            assertThatThrownBy(() -> bench.run(classes, LONG, progress -> {}))
                    .isInstanceOf(InterruptedException.class);
        } finally {
            Thread.interrupted();
        }
    }

    @Test
    void everyProcessEndsWhenTheKernelIsKilled() throws Exception {
        var folder = Compiled.benchmark(home, "public int one() { return 1; }");
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var path = folder + File.pathSeparator + System.getProperty("java.class.path");
        var kernel =
                new ProcessBuilder(
                                java,
                                "-cp",
                                path,
                                Compiled.class.getName(),
                                "ready.Made",
                                home.toString())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        assertThat(kernel.inputReader().readLine()).isEqualTo("measuring");
        var below = kernel.descendants().toList();

        kernel.destroyForcibly().waitFor();

        assertThat(below).hasSize(2);
        for (var process : below) {
            assertThat(process.onExit().get(10, SECONDS).isAlive()).isFalse();
        }
    }

    @Test
    void aForkEndsWhenItsHarnessIsKilledAndTheRemainingBenchmarksAreReported() throws Exception {
        var folder = Compiled.benchmark(home, "public int one() { return 1; }");
        try (var loader = new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
            var type = loader.loadClass("ready.Made");
            var before = ProcessHandle.current().children().toList();
            var forks = new ArrayList<ProcessHandle>();

            var result =
                    bench(CellSources.none())
                            .run(List.of(type), LONG, p -> killHarness(p, before, forks));

            assertThat(result.finding())
                    .contains("one failed: the process that runs JMH was ended");
            assertThat(forks).hasSize(1);
            assertThat(forks.getFirst().onExit().get(10, SECONDS).isAlive()).isFalse();
        }
    }

    private static void killHarness(
            BenchProgress progress, List<ProcessHandle> before, List<ProcessHandle> forks) {
        if (progress.finding().contains("so far") && forks.isEmpty()) {
            ProcessHandle.current()
                    .children()
                    .filter(child -> !before.contains(child))
                    .forEach(
                            harness -> {
                                harness.children().forEach(forks::add);
                                harness.destroyForcibly();
                            });
        }
    }

    @Test
    void nothingIsMeasuredWhileAThreadOfAnEarlierCellStillRuns() {
        try (var notebook =
                new Notebook(
                        "public class Plain { @Benchmark public int one() { return 1; } }",
                        "var runaway = new Thread(() -> { while (!Thread.interrupted()); });",
                        "runaway.setDaemon(true);",
                        "runaway.start();")) {
            var bench = bench(notebook.sources());

            assertThatThrownBy(() -> bench.run(notebook.classes("Plain"), LONG, progress -> {}))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("restart the kernel");

            notebook.cell("runaway.interrupt();");
        }
    }

    private Bench bench(CellSources cells) {
        return Bench.of(cells)
                .keepingIn(History.at(home.resolve("kept.jsonl")))
                .behind(home.resolve("lock"));
    }
}
