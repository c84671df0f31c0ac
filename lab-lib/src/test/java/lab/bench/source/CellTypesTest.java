package lab.bench.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A benchmark can use every kind of type that a cell can declare. */
class CellTypesTest {

    private static final String RETENTION = "import java.lang.annotation.*;";

    static Stream<Arguments> usedTypes() {
        return Stream.of(
                use("@Note", "@interface Note {}"),
                use("@Note", "public @interface Note {}"),
                use("@Note", "@Documented\nprivate static @ interface Note {}"),
                use(
                        "@Note(3)",
                        "@Retention(RetentionPolicy.RUNTIME) @interface Note {\n"
                                + "  int value() default 1;\n"
                                + "}"),
                use(
                        "@Note(why = \"x\", kind = Kind.B)",
                        "enum Kind { A, B }",
                        "@interface Note { String why(); Kind kind(); }"),
                use(
                        "@Note({@Tag(\"a\"), @Tag(\"b\")})",
                        "@interface Tag { String value(); }",
                        "public @interface Note { Tag[] value(); }"),
                use(
                        "@Note.Inner(2)",
                        "@interface Note { @interface Inner { int value(); } int TOP = 1; enum E {"
                                + " A } }"),
                use(
                        "@Tag(\"a\") @Tag(\"b\")",
                        "@Repeatable(Tags.class) @interface Tag { String value(); }\n",
                        "@interface Tags { Tag[] value(); }"),
                use("@Holder.Note", "class Holder { @interface Note {} }"));
    }

    static Stream<Arguments> typesInBodies() {
        return Stream.of(
                body(
                        "new Box<>(7).value()",
                        "class Box<T extends Comparable<T>> {\n"
                                + "  final T value; Box(T value) { this.value = value; }\n"
                                + "  T value() { return value; } }"),
                body(
                        "area(new Square(2))",
                        "sealed interface Shape permits Circle, Square {}",
                        "record Circle(int r) implements Shape {}",
                        "record Square(int a) implements Shape {}",
                        "int area(Shape s) { return switch (s) { case Circle c -> c.r(); case"
                                + " Square q -> q.a() * q.a(); }; }"),
                body(
                        "new Leaf().size()",
                        "abstract sealed class Node permits Leaf { abstract int size(); }",
                        "non-sealed class Leaf extends Node { int size() { return 1; } }"),
                body(
                        "Op.PLUS.apply(1, 2)",
                        "enum Op {\n"
                                + " PLUS { int apply(int a, int b) { return a + b; } };\n"
                                + " abstract int apply(int a, int b); }"),
                body(
                        "((Twice) x -> 2 * x).of(3)",
                        "@FunctionalInterface interface Twice { int of(int x); }"),
                body(
                        "new Range(1, 3).length()",
                        "record Range(int lo, int hi) {\n"
                            + "  public Range { if (lo > hi) throw new IllegalArgumentException();"
                            + " }\n"
                            + "  static int ZERO = 0; int length() { return hi - lo; } }"),
                body(
                        "new Deep.Er.Est().x",
                        "class Deep { static class Er { static class Est { int x = 1; } } }"),
                body("Consts.N", "interface Consts { int N = 3; }"),
                body(
                        "new Sub().a()",
                        "strictfp final class Sub extends Sup {}",
                        "protected static abstract class Sup { int a() { return 1; } }"),
                body(
                        "new Own().compareTo(null)",
                        "class Own implements Comparable<Own> { public int compareTo(Own o) {"
                                + " return 0; } }"),
                body(
                        "first(List.of(1))",
                        "<T extends Number> T first(List<? extends T> all) { return all.get(0); }"),
                body(
                        "sum(1, 2)",
                        "static int sum(int... all) { int s = 0; for (int a : all) s += a; return"
                                + " s; }"),
                body(
                        "grid()[0][0]",
                        "int[] grid()[] throws RuntimeException { return new int[1][1]; }"),
                body(
                        "new Commented().x",
                        "// about it\n/** More. */ class Commented { int x = 1; } // tail"),
                body("new Semi().x", "class Semi { int x = 1; };"));
    }

    @ParameterizedTest
    @MethodSource("usedTypes")
    void anAnnotationDeclaredInACellCanBeUsed(String annotation, String[] cells) {
        var benchmark =
                "public class Plain {\n    @Benchmark %s public int one() { return 1; }\n}"
                        .formatted(annotation);

        assertThat(compiled(cells, benchmark)).containsExactly("nb.Plain.one");
    }

    @ParameterizedTest
    @MethodSource("typesInBodies")
    void aTypeOrMethodDeclaredInACellCanBeUsed(String expression, String[] cells) {
        var benchmark =
                "public class Plain {\n    @Benchmark public Object one() { return %s; }\n}"
                        .formatted(expression);

        assertThat(compiled(cells, benchmark)).containsExactly("nb.Plain.one");
    }

    private static List<String> compiled(String[] cells, String benchmark) {
        var all =
                Stream.of(Stream.of(RETENTION), Arrays.stream(cells), Stream.of(benchmark))
                        .flatMap(s -> s);
        return CompilationTest.compiled("Plain", all.toArray(String[]::new));
    }

    private static Arguments use(String annotation, String... cells) {
        return Arguments.of(annotation, cells);
    }

    private static Arguments body(String expression, String... cells) {
        return Arguments.of(expression, cells);
    }
}
