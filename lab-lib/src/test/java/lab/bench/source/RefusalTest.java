package lab.bench.source;

import static lab.bench.source.CompilationTest.PLAIN;
import static lab.bench.source.CompilationTest.compiled;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Code that cannot be measured is rejected with its line in the cell and a fix. */
class RefusalTest {

    @Test
    void lineNumbersCountFromTheClassEvenIfItsCellBeginsWithSomethingElse() {
        var late = "int size = 3;\n\n" + PLAIN.replace("return 1", "return missing()");

        assertThatThrownBy(() -> compiled("Plain", late))
                .hasMessageContaining("line 3 of class Plain");
    }

    @Test
    void anErrorShowsTheLineInTheCell() {
        var unfinished = "int half() {\n  return missing() / 2;\n}";

        assertThatThrownBy(
                        () ->
                                compiled(
                                        "Plain",
                                        unfinished,
                                        PLAIN.replace("return 1", "return half()")))
                .isInstanceOf(BenchmarkRefused.class)
                .hasMessageContaining("line 2 of method half: cannot find symbol")
                .hasMessageContaining("    return missing() / 2;");
    }

    @Test
    void anErrorFromJmhShowsTheLineInTheCell() {
        var hidden = PLAIN.replace("public int one", "int one");

        assertThatThrownBy(() -> compiled("Plain", hidden))
                .isInstanceOf(BenchmarkRefused.class)
                .hasMessageContaining("line 3 of class Plain")
                .hasMessageContaining("should be public")
                .hasMessageContaining("@Benchmark int one() { return 1; }");
    }

    @Test
    void anAnnotationValueThatJmhCannotReadIsRejected() {
        assertThatThrownBy(() -> compiled("Plain", "@Measurement(time = -5)\n" + PLAIN))
                .isInstanceOf(BenchmarkRefused.class)
                .hasMessageContaining("JMH cannot read the annotations: Time should be");
    }

    @Test
    void aTypeThatJmhsGeneratedCodeCannotUseIsReportedAtTheLineInTheCell() {
        var hidden =
                PLAIN.replace(
                        "    @Benchmark", "    enum Kind { A }\n    @Param Kind kind;\n@Benchmark");

        assertThatThrownBy(() -> compiled("Plain", hidden))
                .isInstanceOf(BenchmarkRefused.class)
                .hasMessageContaining(
                        "line 3 of class Plain: JMH cannot use Kind because it is not public")
                .hasMessageContaining("    enum Kind { A }");
    }

    @Test
    void aFinalClassIsRejected() {
        assertThatThrownBy(
                        () -> compiled("Plain", PLAIN.replace("class Plain", "final class Plain")))
                .hasMessageContaining("line 2 of class Plain")
                .hasMessageContaining("final");
    }

    @Test
    void codeBrokenByARedefinitionIsReportedAtItsLine() {
        var uses = PLAIN.replace("return 1", "return twice()");

        assertThatThrownBy(
                        () ->
                                compiled(
                                        "Plain",
                                        "int step() { return 1; }",
                                        "int twice() {\n  return 2 * step();\n}",
                                        uses,
                                        "String step() { return \"\"; }"))
                .hasMessageContaining("line 2 of method twice: bad operand types");
    }

    @Test
    void usingAVariableOfAnotherCellIsExplained() {
        var uses = PLAIN.replace("return 1;", "return data.length;");

        assertThatThrownBy(() -> compiled("Plain", "int[] data = new int[10];", uses))
                .hasMessageContaining("line 3 of class Plain: cannot find symbol")
                .hasMessageContaining("`data` is a variable of another cell")
                .hasMessageContaining("@Param");
    }

    @Test
    void aMethodThatUsesAVariableOfAnotherCellIsExplained() {
        assertThatThrownBy(
                        () ->
                                compiled(
                                        "Plain",
                                        "int limit = 3;",
                                        "int twice() {\n  return 2 * limit;\n}",
                                        PLAIN.replace("return 1;", "return twice();")))
                .hasMessageContaining("line 2 of method twice")
                .hasMessageContaining("`limit` is a variable of another cell");
    }

    @Test
    void aClassWithoutBenchmarksIsRejected() {
        assertThatThrownBy(() -> compiled("Idle", "class Idle { int one() { return 1; } }"))
                .isInstanceOf(BenchmarkRefused.class)
                .hasMessageContaining("Idle has no benchmark: write @Benchmark above");
    }

    @Test
    void anAbstractClassIsRejected() {
        assertThatThrownBy(
                        () ->
                                compiled(
                                        "Base",
                                        "abstract class Base {"
                                                + " @Benchmark public int a() { return 1; } }"))
                .hasMessageContaining("Base is abstract");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "record Pair(int a) { @Benchmark public int b() { return a; } }",
                "interface Pair { @Benchmark default int b() { return 1; } }",
                "enum Pair { ONE; @Benchmark public int b() { return 1; } }"
            })
    void whatJmhDoesNotLookIntoIsRefused(String cell) {
        assertThatThrownBy(() -> compiled("Pair", cell))
                .hasMessageContaining("Pair is not a class");
    }

    @Test
    void aClassNamedLikeThePackageOfBenchmarksIsRejected() {
        assertThatThrownBy(() -> compiled("nb", PLAIN.replace("Plain", "nb")))
                .isInstanceOf(BenchmarkRefused.class)
                .hasMessageContaining("cannot be called nb");
    }

    @Test
    void aNonStaticInnerClassIsRejected() {
        var inner =
                "public class Outer {"
                        + " public class Inner { @Benchmark public int a() { return 1; } } }";

        assertThatThrownBy(() -> compiled("Outer.Inner", inner))
                .isInstanceOf(BenchmarkRefused.class)
                .hasMessageContaining("line 1 of class Outer");
    }

    @Test
    void aClassWithUnknownSourceIsRejected() {
        try (var notebook = new Notebook(PLAIN)) {
            var classes = notebook.classes("Plain");

            assertThatThrownBy(() -> new Targets(CellSources.none(), classes))
                    .hasMessageContaining("the source of Plain is not known");
        }
    }

    @Test
    void anEmptyListOfClassesIsRejected() {
        assertThatThrownBy(() -> new Targets(CellSources.none(), List.of()))
                .hasMessageContaining("bench(YourClass.class)");
    }
}
