package lab.bench;

import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The few tests that really fork. */
@Timeout(90)
class BenchTest {

    private static final BenchOptions TINY =
            BenchOptions.brief().warmup(1, ofMillis(10)).measurement(3, ofMillis(20));

    @TempDir Path home;

    @Test
    void theWholeVocabularyOfJmhRunsInOneGo() throws InterruptedException {
        try (var notebook = new Notebook(EVERYTHING)) {
            var progress = new ArrayList<Progress>();

            var result =
                    Bench.of(notebook.sources())
                            .keepingIn(History.at(home.resolve("kept.jsonl")))
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
            assertThat(result.table().text()).contains("group:get", "B/op", "p99.9");
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
    void whatFailsIsNamedAndTheOthersResultsAreKept() throws InterruptedException {
        var cell =
                """
                public class Trouble {
                    @Benchmark public int fine() { return 1; }
                    @Benchmark public int thrower() { throw new IllegalStateException("no luck"); }
                    @Benchmark public Object hungry() { return new long[100_000_000]; }
                    @Benchmark public int hung() { while (true) { Thread.onSpinWait(); } }
                    @Benchmark public int quitter() { System.exit(7); return 1; }
                }
                """;
        try (var notebook = new Notebook(cell)) {
            var result = run(notebook, TINY.timeout(ofMillis(500)), "Trouble");

            assertThat(result.scores()).extracting(Score::name).containsExactly("fine");
            var finding = result.finding();

            assertThat(finding)
                    .contains("thrower failed: java.lang.IllegalStateException: no luck");
            assertThat(finding).contains("hungry failed: java.lang.OutOfMemoryError");
            assertThat(finding).contains("hung failed: it hung: no iteration ended within");
            assertThat(finding).contains("quitter failed: its JVM ended in the middle");
        }
    }

    private BenchResult run(Notebook notebook, BenchOptions options, String... classes)
            throws InterruptedException {
        return Bench.of(notebook.sources())
                .keepingIn(History.at(home.resolve("kept.jsonl")))
                .run(notebook.classes(classes), options, progress -> {});
    }
}
