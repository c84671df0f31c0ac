package lab.bench;

import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;

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
import org.openjdk.jmh.annotations.Mode;

/** The few tests that start real forks. */
@Timeout(240)
class BenchTest {

    private static final BenchOptions TINY =
            BenchOptions.brief().forks(1).warmup(1, ofMillis(10)).measurement(3, ofMillis(20));

    @TempDir Path home;

    @Test
    void allJmhFeaturesWorkInOneRun() throws InterruptedException {
        try (var notebook = new Notebook(EVERYTHING)) {
            var progress = new ArrayList<BenchProgress>();

            var result =
                    bench(notebook.sources())
                            .run(
                                    notebook.classes("Everything"),
                                    TINY.profilers("gc"),
                                    progress::add);

            assertThat(result.failures()).isEmpty();
            assertThat(result.scores())
                    .extracting(Score::name)
                    .containsExactlyInAnyOrder(
                            "parameter size=3",
                            "parameter size=30",
                            "group",
                            "batch",
                            "counted",
                            "inlined",
                            "threads",
                            "sampled",
                            "consumed");
            assertThat(result.score("group").parts())
                    .extracting(Score.Part::label)
                    .contains("get", "put");
            assertThat(result.score("counted").parts())
                    .extracting(Score.Part::label)
                    .contains("hits");
            assertThat(result.score("sampled").percentiles()).containsKeys(50.0, 99.0, 100.0);
            assertThat(result.score("batch").allocatedBytes()).isGreaterThanOrEqualTo(0);
            assertThat(result.table().orElseThrow().text()).contains("group:get", "B/op", "p99.9");
            assertThat(progress.getLast().fraction()).isGreaterThan(0.9);
            assertThat(History.at(home.resolve("kept.jsonl")).past().scores()).hasSize(9);
        }
    }

    private static final String[] EVERYTHING = {
        "record Point(int x, int y) {}",
        "int sum(int[] all) { int sum = 0; for (int one : all) sum += one; return sum; }",
        """
        @State(Scope.Benchmark)
        public class Sized {
            @Param({"3", "30"}) public int size;
            int[] data;
            @Setup public void fill() { data = new int[size]; }
            @TearDown public void empty() { data = null; }
        }
        """,
        """
        @BenchmarkMode(Mode.AverageTime)
        public class Everything {
            @State(Scope.Group) public static class Shared { volatile int value; }
            @State(Scope.Thread) @AuxCounters(AuxCounters.Type.EVENTS)
            public static class Counters { public long hits; }

            @Benchmark public int parameter(Sized sized) { return sum(sized.data); }
            @Benchmark @Group("group") @GroupThreads(1) public int get(Shared s) { return s.value; }
            @Benchmark @Group("group") @GroupThreads(1) public void put(Shared s) { s.value = 1; }
            @Benchmark @OperationsPerInvocation(10) public Point batch() { return new Point(1, 2); }
            @Benchmark public void counted(Counters counters) { counters.hits++; }
            @Benchmark public int inlined() { return twice(2); }
            @CompilerControl(CompilerControl.Mode.DONT_INLINE) int twice(int n) { return 2 * n; }
            @Benchmark @Threads(2) public int threads() { return 3; }
            @Benchmark @BenchmarkMode(Mode.SampleTime) public int sampled() { return 4; }
            @Benchmark @BenchmarkMode(Mode.SingleShotTime) @Fork(0)
            public void consumed(Blackhole hole) { hole.consume(5); }
        }
        """
    };

    @Test
    void aFailureIsReportedAndTheOtherResultsAreKept() throws InterruptedException {
        var cell =
                """
                public class Trouble {
                    @Benchmark public int fine() { return 1; }
                    @Benchmark public int thrower() { throw new IllegalStateException("no luck"); }
                    @Benchmark public Object hungry() { return new long[100_000_000]; }
                    @Benchmark public int hung() { while (true) { Thread.onSpinWait(); } }
                    @Benchmark public int quitter() { System.exit(7); return 1; }
                    @Benchmark @Fork(jvm = "no/java") public int homeless() { return 1; }
                    @Benchmark public int leaver(Pool pool) { return 1; }
                    @State(Scope.Benchmark) public static class Pool {
                        ExecutorService left = Executors.newSingleThreadExecutor();
                        @Setup public void start() { left.submit(() -> 1); }
                    }
                }
                """;
        try (var notebook = new Notebook(cell)) {
            var result = run(notebook, TINY.timeout(ofMillis(500)), "Trouble");

            assertThat(result.scores()).extracting(Score::name).containsExactly("fine", "leaver");
            var finding = result.finding();

            assertThat(finding)
                    .contains("thrower failed: java.lang.IllegalStateException: no luck");
            assertThat(finding).contains("hungry failed: java.lang.OutOfMemoryError");
            assertThat(finding).contains("bench(brief().heap(\"1g\"), ...)");
            assertThat(finding).contains("hung failed: it hung: no iteration ended within");
            assertThat(finding).contains("quitter failed: its JVM ended in the middle");
            assertThat(finding)
                    .containsPattern("homeless failed: .*no/java -cp … .*Cannot run program");
        }
    }

    @Test
    void aFailureReportsTheLineInTheCell() throws InterruptedException {
        var cell =
                """
                public class Fails {
                    @Benchmark
                    public int thrower() {
                        return List.of(1).get(2);
                    }
                }
                """;
        try (var notebook = new Notebook(cell)) {
            var finding = run(notebook, TINY, "Fails").finding();

            assertThat(finding)
                    .contains("IndexOutOfBoundsException")
                    .contains("(line 4 of class Fails: return List.of(1).get(2);)");
        }
    }

    @Test
    void severalClassesRunTogetherWithTheirOwnOptions() throws InterruptedException {
        var cell =
                """
                @State(Scope.Benchmark) public class %s {
                    @Param("1") public int size;
                    @Benchmark public long heap() {
                        assert size == 1 : "asserts are on";
                        return Runtime.getRuntime().maxMemory();
                    }
                    @Benchmark public int unwanted() { return 1; }
                }
                """;
        try (var notebook = new Notebook(cell.formatted("First"), cell.formatted("Second"))) {
            var options =
                    TINY.include("heap")
                            .param("size", 1, 2)
                            .assertions()
                            .heap("64m")
                            .jvmArgs("-XX:+UseSerialGC")
                            .modes(Mode.AverageTime)
                            .profilers("stack");

            var result = run(notebook, options, "First", "Second");

            assertThat(result.scores())
                    .extracting(Score::name)
                    .containsExactly("First.heap size=1", "Second.heap size=1");
            assertThat(result.failures())
                    .extracting(BenchResult.Failure::error)
                    .allMatch(error -> error.contains("AssertionError: asserts are on"));
            assertThat(result.details())
                    .contains("First.heap size=1", "Thread state distributions");
        }
    }

    @Test
    void aCompiledClassOnTheClassPathRunsToo() throws Exception {
        var folder = Compiled.benchmark(home, "public int one() { return 1; }");
        try (var loader = new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
            var type = loader.loadClass("ready.Made");

            var result = bench(CellSources.none()).run(List.of(type), TINY, progress -> {});

            assertThat(result.score("one").benchmark()).isEqualTo("Made.one");
        }
    }

    private Bench bench(CellSources cells) {
        return Bench.of(cells)
                .keepingIn(History.at(home.resolve("kept.jsonl")))
                .behind(home.resolve("lock"));
    }

    private BenchResult run(Notebook notebook, BenchOptions options, String... classes)
            throws InterruptedException {
        return bench(notebook.sources()).run(notebook.classes(classes), options, progress -> {});
    }
}
