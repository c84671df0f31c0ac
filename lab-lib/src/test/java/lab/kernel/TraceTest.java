package lab.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lab.measure.Require;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TraceTest {

    private final CellSession cells = new CellSession();

    @AfterEach
    void close() {
        cells.close();
    }

    @Test
    void linesAreCountedWithinTheCell() {
        var trace =
                cells.trace(
                        """
                        int boom(int x) {
                          return 1 / x;
                        }

                        // a comment above a statement belongs to it
                        void outer() {
                          boom(0);
                        }
                        outer();
                        """);

        assertThat(trace)
                .containsExactly(
                        "java.lang.ArithmeticException: / by zero",
                        "    at boom (line 2: return 1 / x;)",
                        "    at outer (line 7: boom(0);)",
                        "    at cell (line 9: outer();)");
    }

    @Test
    void linesOfAnotherCellAreMarked() {
        cells.run("int one = 1;\nint boom(int x) {\n  return one / x;\n}");

        assertThat(cells.trace("\nboom(0);"))
                .containsExactly(
                        "java.lang.ArithmeticException: / by zero",
                        "    at boom (cell [1], line 3: return one / x;)",
                        "    at cell (line 2: boom(0);)");
    }

    @Test
    void aNewDefinitionIsQuotedInsteadOfTheFirst() {
        cells.run("int parse(String s) { return Integer.parseInt(s); }");
        cells.run("int parse(String s) {\n  var t = s.strip();\n  return Integer.parseInt(t);\n}");

        assertThat(cells.trace("parse(\"x\");"))
                .contains("    at parse (cell [2], line 3: return Integer.parseInt(t);)");
    }

    @Test
    void codeThatUsesANewDefinitionKeepsItsLines() {
        cells.run("\nclass Box {\n  int open() {\n    return half(0);\n  }\n}");
        cells.run("int half(int n) { return 10 / n; }");
        cells.run("int half(int n) {\n  return 20 / n;\n}");

        assertThat(cells.trace("new Box().open();"))
                .containsExactly(
                        "java.lang.ArithmeticException: / by zero",
                        "    at half (cell [3], line 2: return 20 / n;)",
                        "    at Box.open (cell [1], line 4: return half(0);)",
                        "    at cell (line 1: new Box().open();)");
    }

    @Test
    void overloadedMethodsOfTwoCellsKeepTheirLines() {
        cells.run("\n\n\nint twice(String s) {\n  return 2 * Integer.parseInt(s);\n}");
        cells.run("int twice(Object o) {\n  return twice(o.toString());\n}");

        assertThat(cells.trace("twice(new Object());"))
                .contains(
                        "    at twice (cell [1], line 5: return 2 * Integer.parseInt(s);)",
                        "    at twice (cell [2], line 2: return twice(o.toString());)");
    }

    @Test
    void lambdasConstructorsAndAnonymousClassesHaveReadableNames() {
        cells.run("void fail() { throw new RuntimeException(); }");

        assertThat(cells.trace("Runnable fails = () -> fail();\nfails.run();"))
                .contains("    at lambda in cell (line 1: Runnable fails = () -> fail();)");
        assertThat(cells.trace("class Box {\n  Box() { fail(); }\n}\nnew Box();"))
                .contains("    at constructor of Box (line 2: Box() { fail(); })");
        assertThat(
                        cells.trace(
                                """
                                Comparable<String> odd = new Comparable<>() {
                                  public int compareTo(String other) { fail(); return 0; }
                                };
                                odd.compareTo("");
                                """))
                .filteredOn(line -> line.contains("compareTo"))
                .containsExactly(
                        "    at compareTo (line 2: public int compareTo(String"
                                + " other) { fail(); return 0; })",
                        "    at cell (line 4: odd.compareTo(\"\");)");
    }

    @Test
    void everyCauseIsShownWithItsLines() {
        assertThat(
                        cells.trace(
                                """
                                try {
                                  Integer.parseInt("x");
                                } catch (NumberFormatException e) {
                                  throw new IllegalStateException("outer", e);
                                }
                                """))
                .contains(
                        "java.lang.IllegalStateException: outer",
                        "    at cell (line 4: throw new IllegalStateException(\"outer\", e);)",
                        "    at cell (line 2: Integer.parseInt(\"x\");)");
    }

    @Test
    void aMethodBrokenByANewDefinitionReportsTheMismatch() {
        cells.run("int k() { return 1; }\nint twice() {\n  return 2 * k();\n}");
        cells.run("String k() { return \"\"; }");
        var why =
                "twice() is not usable: bad operand types for binary operator '*', first type: int,"
                        + " second type: String (cell [1], line 3)";

        assertThat(cells.notes()).containsExactly(why);
        assertThat(cells.trace("twice();")).containsExactly(why, "    at cell (line 1: twice();)");
    }

    @Test
    void framesInsideTheLabAreHidden() {
        Runnable refusing = () -> Require.that(false, "size must be above 0");
        System.getProperties().put("refusing", refusing);

        var trace = cells.trace("((Runnable) System.getProperties().get(\"refusing\")).run();");

        assertThat(trace).hasSize(2).first().asString().endsWith(": size must be above 0");
        assertThat(trace.getLast()).startsWith("    at cell (line 1");
    }

    @Test
    void endlessRecursionFitsOnAScreen() {
        assertThat(cells.trace("int down(int n) { return down(n + 1); }\ndown(0);"))
                .hasSizeBetween(10, 20)
                .isInstanceOf(List.class)
                .last()
                .asString()
                .contains("more");
    }
}
