package lab.bench.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import lab.bench.Compiled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmh.runner.BenchmarkListEntry;

class CompilationTest {

    static final String PLAIN =
            """
            @State(Scope.Benchmark)
            class Plain {
                @Benchmark public int one() { return 1; }
            }
            """;

    @Test
    void aBenchmarkClassDoesNotHaveToBePublic() {
        assertThat(compiled("Plain", PLAIN)).containsExactly("nb.Plain.one");
    }

    @Test
    void benchmarksAreInTheOrderInWhichTheyWereWritten() {
        var written =
                """
                class Ordered {
                    @State(Scope.Benchmark) public static class Setting { int a() { return 1; } }
                    @Benchmark public int slow() { return 1; }
                    @Benchmark public int fast() { return a(); }
                    int a() { return 1; }
                    @Benchmark @Group("both") public int left() { return 1; }
                    @Benchmark public int better() { return 1; }
                }
                """;

        assertThat(compiled("Ordered", written))
                .containsExactly(
                        "nb.Ordered.slow",
                        "nb.Ordered.fast",
                        "nb.Ordered.better",
                        "nb.Ordered.both");
    }

    @Test
    void theSameSourceIsCompiledOnce() throws InterruptedException {
        try (var notebook = new Notebook(PLAIN)) {
            var first = folder(notebook, "Plain");
            var writtenAt = first.resolve("nb/Plain.class").toFile().lastModified();

            var second = folder(notebook, "Plain");

            assertThat(second).isEqualTo(first);
            assertThat(second.resolve("nb/Plain.class").toFile().lastModified())
                    .isEqualTo(writtenAt);
        }
    }

    @Test
    void theLatestDefinitionOfAClassIsUsed() {
        var twice = new String[] {PLAIN, PLAIN.replace("one()", "other()")};

        assertThat(compiled("Plain", twice)).containsExactly("nb.Plain.other");
    }

    @Test
    void recordsGenericsMethodsAndImportsOfOtherCellsAreIncluded() {
        assertThat(
                        compiled(
                                "Uses",
                                "record Pair<A, B>(A left, B right) {}",
                                "enum Side { LEFT, RIGHT }",
                                "sealed interface Fruit permits Apple {}\n"
                                        + "record Apple() implements Fruit {}",
                                "private static final <T> int size(List<T> all) {"
                                        + " return all.size() + size(); }",
                                "int size() { return 1; }",
                                "import java.util.concurrent.ThreadLocalRandom;",
                                """
                                public class Uses {
                                    @Benchmark public Pair<Integer, Fruit> pair() {
                                        var sides = List.of(Side.values());
                                        return new Pair<>(size(sides), new Apple());
                                    }
                                    @Benchmark public int random() {
                                        return ThreadLocalRandom.current().nextInt();
                                    }
                                }
                                """))
                .containsExactlyInAnyOrder("nb.Uses.pair", "nb.Uses.random");
    }

    @Test
    void inheritedAndNestedBenchmarksAreFound() {
        assertThat(
                        compiled(
                                "Child",
                                "public abstract class Parent {"
                                        + " @Benchmark public int inherited() { return 1; } }",
                                """
                                public class Child extends Parent {
                                    @State(Scope.Thread) public static class Inner {
                                        @Benchmark public int nested() { return 2; }
                                    }
                                }
                                """))
                .containsExactlyInAnyOrder("nb.Child.inherited", "nb.Child.Inner.nested");
    }

    @Test
    void librariesAddedToTheKernelsClassPathCanBeUsed(@TempDir Path folder) throws Exception {
        Compiled.benchmark(folder, "public int one() { return 1; }");
        try (var notebook = new Notebook().with(folder)) {
            notebook.cell(PLAIN.replace("return 1", "return new ready.Made().one()"));

            assertThat(folder(notebook, "Plain").resolve("nb/Plain.class")).exists();
        }
    }

    @Test
    void aBrokenCellThatNoBenchmarkUsesDoesNoHarm() {
        assertThat(
                        compiled(
                                "Plain",
                                PLAIN,
                                "class Broken { Missing missing; }",
                                "int b() { return c(); }"))
                .containsExactly("nb.Plain.one");
    }

    @Test
    void aLocalMethodIsNotConfusedWithAMethodOfAnotherCell() {
        var usesAVariable = "int total() { return data.length; }";
        var local = PLAIN.replace("return 1;", "int total = 1; return total;");
        var own = PLAIN.replace("return 1;", "return total(); } private int total() { return 1;");

        assertThat(compiled("Plain", "int[] data = {1};", usesAVariable, local))
                .containsExactly("nb.Plain.one");
        assertThat(compiled("Plain", "int[] data = {1};", usesAVariable, own))
                .containsExactly("nb.Plain.one");
    }

    @Test
    void theNewDefinitionOfAMethodIsUsed() throws Exception {
        try (var notebook =
                new Notebook(
                        "int step() { return 1; }",
                        "int twice() { return 2 * step(); }",
                        PLAIN.replace("return 1", "return twice()"))) {
            assertThat(value(notebook)).isEqualTo(2);
            notebook.cell("int step() {\n  int more = 20;\n  return more; }");
            assertThat(value(notebook)).isEqualTo(40);
        }
    }

    @Test
    void theNewDefinitionOfATypeIsUsed() throws Exception {
        try (var notebook =
                new Notebook(
                        "class Pace { int of() { return 1; } }",
                        PLAIN.replace("return 1", "return new Pace().of()"))) {
            assertThat(value(notebook)).isEqualTo(1);
            notebook.cell("record Pace() { int of() { return 7; } }");
            assertThat(value(notebook)).isEqualTo(7);
        }
    }

    @Test
    void previewFeaturesOfTheKernelCanBeUsed(@TempDir Path folder) {
        var preview = List.of("--enable-preview", "--release", "" + Runtime.version().feature());
        var cell =
                """
                String kind(Object o) {
                    return switch (o) { case int i when i > 1 -> "many"; default -> "one"; };
                }
                """;
        try (var notebook =
                new Notebook(preview, cell, PLAIN.replace("return 1", "kind(2); return 1"))) {
            var cells = notebook.sources();
            var pages = new Manuscript(cells, List.of("Plain")).pages();
            var javac = new Javac(folder, ClassPath.of(List.of()), cells.access().compiler());

            assertThat(pages).containsKey("Notebook");
            assertThat(javac.errors(SourceFile.of(pages))).isEmpty();
        }
    }

    @Test
    void aCopiedMainMethodIsExplained() {
        var main =
                """
                    public static void main(String[] args) throws Exception {
                        new Runner(new OptionsBuilder().include("Plain").forks(3).build()).run();
                    }
                }
                """;
        var copied = PLAIN.substring(0, PLAIN.lastIndexOf('}')) + main;
        var imports = "import org.openjdk.jmh.runner.*; import org.openjdk.jmh.runner.options.*;";
        try (var notebook = new Notebook(imports, copied)) {
            assertThat(compilation(notebook, "Plain").notes())
                    .singleElement()
                    .asString()
                    .contains("main method of Plain was not run")
                    .contains("bench(brief().forks(3), Plain.class)");
        }
        try (var notebook = new Notebook(PLAIN)) {
            assertThat(compilation(notebook, "Plain").notes()).isEmpty();
        }
    }

    /** The result of the compiled benchmark of PLAIN. */
    private static Object value(Notebook notebook) throws Exception {
        var folder = folder(notebook, "Plain");
        try (var loader = new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
            var type = loader.loadClass("nb.Plain");
            return type.getMethod("one").invoke(type.getDeclaredConstructor().newInstance());
        }
    }

    static List<String> compiled(String type, String... cells) {
        try (var notebook = new Notebook(cells)) {
            return compilation(notebook, type).run().stream()
                    .map(BenchmarkListEntry::getUsername)
                    .toList();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Compilation compilation(Notebook notebook, String type) {
        return Compilation.of(notebook.sources(), notebook.classes(type));
    }

    private static Path folder(Notebook notebook, String type) throws InterruptedException {
        var compilation = compilation(notebook, type);
        compilation.run();
        return Path.of(compilation.classPath().split(File.pathSeparator)[0]);
    }
}
