package lab.bench;

import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import lab.bench.source.CellSources;
import lab.bench.source.Notebook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmh.annotations.Mode;

/** Rounds with real forks. */
@Timeout(240)
class ForkRoundsTest {

    @TempDir Path home;

    @Test
    void comparedBenchmarksRunInRoundsUntilTheFasterOneIsKnown() throws InterruptedException {
        var cell =
                """
                public class Rivals {
                    @Benchmark public double root(Blackhole hole) { return work(1); }
                    @Benchmark public double roots(Blackhole hole) { return work(1_000); }
                    double work(int n) {
                        double sum = 0;
                        for (int i = 0; i < n; i++) sum += Math.sqrt(i + sum);
                        return sum;
                    }
                }
                """;
        try (var notebook = new Notebook(cell)) {
            var options =
                    BenchOptions.brief()
                            .warmup(2, ofMillis(20))
                            .measurement(3, ofMillis(20))
                            .modes(Mode.AverageTime);

            var result = run(notebook, options, "Rivals");

            assertThat(result.isConclusive()).isTrue();
            assertThat(result.finding()).startsWith("root is faster than roots by ");
            assertThat(result.ran().ending()).isEqualTo(Ran.Ending.DECIDED);
            assertThat(result.ran().rounds()).isBetween(2, 6);
            assertThat(result.scores())
                    .allSatisfy(
                            score ->
                                    assertThat(score.samples())
                                            .isEqualTo(3L * score.forks().medians().size()));
        }
    }

    @Test
    void warmupForksRunButDoNotCount() throws InterruptedException {
        var cell =
                """
                public class Warm {
                    @Benchmark @Fork(value = 2, warmups = 1) public int one() { return 1; }
                }
                """;
        try (var notebook = new Notebook(cell)) {
            var once = BenchOptions.brief().warmup(0, ofMillis(10)).measurement(2, ofMillis(10));

            var result = run(notebook, once, "Warm");

            assertThat(result.score("one").samples()).isEqualTo(4);
            assertThat(result.score("one").forks().medians()).hasSize(2);
            assertThat(result.ran().ending()).isEqualTo(Ran.Ending.FORKS);
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
