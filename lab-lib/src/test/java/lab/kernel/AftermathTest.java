package lab.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AftermathTest {

    private final CellSession cells = new CellSession();

    @AfterEach
    void close() {
        cells.close();
    }

    @Test
    void anUndefinedNameInAMethodIsReportedAtOnceWithItsLine() {
        cells.run("int f() {\n  // not this nam\n  int b = 2;\n  return nam + b;\n}");

        assertThat(cells.notes())
                .containsExactly("f() is not usable yet: nam is not defined (line 4)");
    }

    @Test
    void namesMissingInAClassAreReportedAtOnce() {
        cells.run("record Job(Fun<String> f) {\n  Nix nix() { return null; }\n}");

        assertThat(cells.notes())
                .containsExactly(
                        "Job is not usable yet: Fun (line 1) and Nix (line 2) are not defined");
    }

    @Test
    void aLaterStatementOfTheCellMayDefineTheName() {
        cells.run(
                "boolean even(int n) { return n == 0 || odd(n - 1); }\n"
                        + "boolean odd(int n) { return n != 0 && even(n - 1); }");

        assertThat(cells.notes()).isEmpty();
        assertThat(cells.run("even(4)")).isEqualTo(true);
    }

    @Test
    void anUnusableTypeIsExplainedWhereItIsUsed() {
        cells.run("record Job(Fun<String> f) {}");

        assertThat(cells.advice("new Job(null)"))
                .containsExactly("Job is not usable yet: Fun is not defined (cell [1], line 1)");
    }

    @Test
    void variablesThatLoseTheirValueAreListed() {
        cells.run("class A {}");
        cells.run("A a = new A();\nvar b = new A();");
        cells.run("class A { int n; }");

        assertThat(cells.notes())
                .containsExactly(
                        "A was declared again, so a and b lost their values: run cell [2] again.");
        assertThat(cells.advice("b"))
                .containsExactly(
                        "b is not usable: something that it uses was declared again; run cell [2]"
                                + " again");
    }

    @Test
    void aVariableThatTheCellAssignsAgainIsNotListedAsLost() {
        cells.run("class A {}\nA a = new A();\nA other = new A();");
        cells.run("class A { int n; }\nA a = new A();\nother = new A();");

        assertThat(cells.notes()).isEmpty();
    }

    @Test
    void theDefinitionThatCausesTheFailureIsNamed() {
        cells.run("int n = 5;\nint g() { return n; }\nclass B { int v = g(); }\nB b = new B();");
        cells.run("int n = 6;");

        assertThat(cells.notes())
                .containsExactly("n was declared again, so b lost its value: run cell [1] again.");
    }

    @Test
    void aTypeOfTheNotebookHidesAnImportOfTheSameName() {
        cells.run("import java.util.LinkedList;");
        cells.run("class LinkedList<T> { int n = 7; }");

        assertThat(cells.notes()).singleElement().asString().contains("was dropped", "in full");
        assertThat(cells.run("new LinkedList<String>().n")).isEqualTo(7);
    }

    @Test
    void anImportOfANameThatTheNotebookDeclaresIsRejected() {
        cells.run("class LinkedList<T> { int n = 7; }\nvar list = new LinkedList<String>();");
        cells.run("import java.util.LinkedList;");

        assertThat(cells.notes()).singleElement().asString().contains("not imported", "in full");
        assertThat(cells.run("list.n + new java.util.LinkedList<String>().size()")).isEqualTo(7);
    }

    @Test
    void anImportOnDemandHidesNothing() {
        cells.run("record List(int n) {}\nimport java.util.*;");

        assertThat(cells.notes()).isEmpty();
        assertThat(cells.run("new List(3).n() + new ArrayList<String>().size()")).isEqualTo(3);
    }

    @Test
    void aReturnOutsideAMethodIsExplained() {
        cells.run("return 5;");

        assertThat(cells.notes()).singleElement().asString().contains("write it alone");
    }

    @Test
    void aChoiceWithoutQuotesGetsAHintToAddThem() {
        cells.run("void predict(String id, char choice) {}");

        assertThat(cells.advice("predict(\"02.1\", b)")).anyMatch(line -> line.contains("'b'"));
    }

    @Test
    void aClaimCellWithoutItsResultGetsAHintToRunTheCellsAbove() {
        cells.run("import static java.util.Objects.*;");
        cells.run("void claim(String ids, Object measured) {}");

        assertThat(cells.advice("claim(\"02 C06\", stalls)"))
                .contains(
                        "stalls has no value in this kernel yet. Run the cells of this section"
                                + " above this one, then this one again.");
        assertThat(cells.advice("stalls.size()")).noneMatch(line -> line.contains("section"));
    }

    @Test
    void anUnknownNameIsMisspeltOrItsCellHasNotRun() {
        cells.run("import lab.measure.*;");

        assertThat(cells.advice("stalls.size()"))
                .containsExactly(
                        "stalls is not known in this kernel. Check its spelling, or run the cell"
                                + " above that declares it, then this one again.");
        assertThat(cells.advice("new Mail()")).singleElement().asString().startsWith("Mail is not");
        assertThat(cells.advice("\"text\".lenght()"))
                .as("a member of a known type is no other cell's")
                .isEmpty();
    }

    @Test
    void aTypeInPlaceOfAVariableIsExplained() {
        cells.run("import lab.measure.*;");
        cells.run("interface Booking {}");
        cells.run("void check(String id, Object answer) {}");

        assertThat(cells.advice("check(\"05.2\", Booking)"))
                .containsExactly(
                        "Booking is not the name of a variable. Pass the variable that the cell"
                                + " above declares.");
    }

    @Test
    void aStatementWithoutItsSemicolonIsExplained() {
        assertThat(cells.advice("Math.abs(3)\n// and\nMath.abs(4)"))
                .containsExactly(
                        "End each statement of a cell with ; (only the last one, whose value is"
                                + " shown, can do without).");
        assertThat(cells.advice("int x 5")).isEmpty();
    }

    @Test
    void aNumberWithoutDoubleQuotesGetsAHintToAddThem() {
        cells.run("void predict(String id, char choice) {}");
        cells.run("void hint(String id) {}");

        assertThat(cells.advice("predict('05.1', 'a')"))
                .containsExactly("Write the number between double quotes: predict(\"05.1\"…).");
        assertThat(cells.advice("hint(05.1)"))
                .containsExactly("Write the number between double quotes: hint(\"05.1\"…).");
    }

    @Test
    void aPackageLineIsExplained() {
        assertThat(cells.advice("package shop;\nclass Order {}"))
                .singleElement()
                .asString()
                .contains("Remove the package line");
    }

    @Test
    void aCrashOfTheCompilerIsReportedAsAnError() {
        var tooDeep = "int deep = 1" + "+1".repeat(20_000) + ";";

        assertThatThrownBy(() -> cells.run(tooDeep))
                .isInstanceOf(CompilerFailure.class)
                .hasMessageContaining("smaller parts");
        assertThat(cells.run("1 + 1")).isEqualTo(2);
    }
}
