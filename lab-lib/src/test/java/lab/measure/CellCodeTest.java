package lab.measure;

import static org.assertj.core.api.Assertions.assertThat;

import REPL.Spinning;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellCodeTest {

    @ParameterizedTest
    @CsvSource({
        "REPL.$JShell$12,              do_it$,           cell",
        "'',                           '',               cell",
        "REPL.$JShell$12B,             parse,            parse",
        "REPL.$JShell$12B_14,          parse,            parse",
        "'',                           parse,            parse",
        "REPL.$JShell$12$Parser,       parse,            Parser.parse",
        "Parser$Inner,                 parse,            Parser.Inner.parse",
        "REPL.$JShell$3$Parser$1,      run,              Parser.run",
        "1,                            run,              run",
        "REPL.$JShell$12,              lambda$do_it$$0,  lambda in cell",
        "REPL.$JShell$12,              lambda$do_it$Aux$0, lambda in cell",
        "'',                           lambda$parse$0,   lambda in parse",
        "REPL.$JShell$12$Parser,       lambda$parse$11,  lambda in Parser.parse",
        "Parser,                       lambda$new$0,     lambda in constructor of Parser",
        "Parser,                       lambda$static$0,  lambda in static initializer of Parser",
        "Parser,                       <init>,           constructor of Parser",
        "1,                            <init>,           constructor of an anonymous class",
        "Parser,                       <clinit>,         static initializer of Parser"
    })
    void aLocationHasTheNameThatItsCellUses(String type, String method, String place) {
        assertThat(CellCode.place(new StackTraceElement(type, method, "#12", 1))).isEqualTo(place);
    }

    @Test
    void framesOfCellsAreRecognizedByClassOrSnippetNumber() {
        assertThat(CellCode.runs(new StackTraceElement("Parser", "parse", "#4", 1))).isTrue();
        assertThat(CellCode.runs(new StackTraceElement("REPL.$JShell$4", "do_it$", null, 1)))
                .isTrue();
        assertThat(CellCode.runs(new StackTraceElement("java.util.List", "of", "List.java", 1)))
                .isFalse();
    }

    @Test
    void onlyNamesOfWrapperClassesAreRemovedFromAMessage() {
        assertThat(CellCode.withoutWrapper("Cannot read field \"n\": REPL.$JShell$12B.a is null"))
                .isEqualTo("Cannot read field \"n\": a is null");
        assertThat(CellCode.withoutWrapper("class REPL.$JShell$7$Cat is not class $JShell$8$Dog"))
                .isEqualTo("class Cat is not class Dog");
        assertThat(CellCode.withoutWrapper("a price of $12.50")).isEqualTo("a price of $12.50");
    }

    @Test
    void aClassOfACellIsDistinguishedFromOthers() {
        assertThat(CellCode.declares(Spinning.class)).isTrue();
        assertThat(CellCode.declares(String.class)).isFalse();
        assertThat(CellCode.nameOf(java.util.Map.Entry.class)).isEqualTo("java.util.Map.Entry");
    }
}
