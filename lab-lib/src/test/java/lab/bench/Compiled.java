package lab.bench;

import static java.time.Duration.ofMillis;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;
import lab.bench.source.CellSources;

/** A benchmark compiled as in a build, and a program that runs it forever. */
public final class Compiled {

    private Compiled() {}

    /** Compiles the class {@code ready.Made} with one benchmark method into a folder. */
    public static Path benchmark(Path folder, String method) throws Exception {
        var source = folder.resolve("Made.java");
        Files.writeString(
                source,
                """
                package ready;
                public class Made {
                    @org.openjdk.jmh.annotations.Benchmark %s
                }
                """
                        .formatted(method));
        int exit =
                ToolProvider.getSystemJavaCompiler()
                        .run(
                                null,
                                null,
                                null,
                                "-cp",
                                System.getProperty("java.class.path"),
                                "-processor",
                                "org.openjdk.jmh.generators.BenchmarkProcessor",
                                "-d",
                                folder.toString(),
                                source.toString());
        if (exit != 0) {
            throw new IllegalStateException("javac ended with " + exit);
        }
        return folder;
    }

    /** Acts as a kernel: prints "measuring" after the first measured iteration. */
    public static void main(String[] args) throws Exception {
        var folder = Path.of(args[1]);
        Bench.of(CellSources.none())
                .keepingIn(History.at(folder.resolve("kept.jsonl")))
                .behind(folder.resolve("lock"))
                .run(
                        List.of(Class.forName(args[0])),
                        BenchOptions.brief()
                                .warmup(0, ofMillis(100))
                                .measurement(1_000, ofMillis(100)),
                        Compiled::say);
    }

    private static void say(BenchProgress progress) {
        if (progress.finding().contains("so far")) {
            System.out.println("measuring");
        }
    }
}
