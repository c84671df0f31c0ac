package lab.bench;

import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import lab.bench.source.Notebook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The access and the output of a measured process. */
@Timeout(120)
class BenchProcessTest {

    private static final BenchOptions TINY =
            BenchOptions.brief().forks(1).warmup(1, ofMillis(10)).measurement(3, ofMillis(20));

    @TempDir Path home;

    @Test
    void theMeasuredProcessHasTheSameAccessAsTheKernelsCompiler() throws InterruptedException {
        var internals = List.of("--add-exports", "java.base/jdk.internal.misc=ALL-UNNAMED");
        var cell =
                """
                public class Low {
                    @Benchmark public Object unsafe() {
                        return jdk.internal.misc.Unsafe.getUnsafe();
                    }
                }
                """;
        try (var notebook = new Notebook(internals, cell)) {
            assertThat(run(notebook, "Low").failures()).isEmpty();
        }
    }

    @Test
    void outputOfABenchmarkIsShownEvenIfItFails() throws InterruptedException {
        var cell =
                """
                public class Talks {
                    @Benchmark public int fine() { System.err.println("from fine"); return 1; }
                    @Benchmark public int quiet() { return 1; }
                    @Benchmark public int fails() {
                        System.out.println("n is " + List.of(1));
                        throw new IllegalStateException();
                    }
                }
                """;
        try (var notebook = new Notebook(cell)) {
            var details = run(notebook, "Talks").details();

            assertThat(details)
                    .containsPattern("fine printed:\\R {2}from fine \\([\\d,]+ times\\)")
                    .contains("fails printed:\n  n is [1]")
                    .doesNotContain("quiet");
        }
    }

    private BenchResult run(Notebook notebook, String type) throws InterruptedException {
        return Bench.of(notebook.sources())
                .keepingIn(History.at(home.resolve("kept.jsonl")))
                .behind(home.resolve("lock"))
                .run(notebook.classes(type), TINY, progress -> {});
    }
}
