package lab.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import jdk.jshell.JShell;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompletenessTest {

    private static final JShell SHELL = JShell.builder().executionEngine("local").build();

    @AfterAll
    static void close() {
        SHELL.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 + 1",
                "int a = 1;",
                "import java.util.*;\nint b = 1; // a remark",
                "int twice(int n) { return 2 * n; }",
                "record P(int x) {}\nnew P(1)",
                "%time 1 + 1",
                "%classpath a.jar\nint c = 1;",
                "%%time\nanything {",
                ""
            })
    void whatCanRunIsComplete(String code) {
        assertThat(of(code)).isEqualTo(Completeness.COMPLETE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"int twice(int n) {", "Math.max(1,", "int a = 1;\nwhile (true)", "/* a"})
    void whatLacksItsEndIsIncomplete(String code) {
        assertThat(of(code)).isEqualTo(Completeness.INCOMPLETE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"int = 3;", "class 1 {}", "1 +* 2", "int i = ;\nint k = 1;", ")"})
    void whatNoFurtherLineCanMendIsInvalid(String code) {
        assertThat(of(code)).isEqualTo(Completeness.INVALID);
    }

    @Test
    void checkingCompletenessRunsNoCode() {
        of("int seen = 1;");

        assertThat(SHELL.variables()).isEmpty();
    }

    private static Completeness of(String code) {
        return Completeness.of(code, SHELL.sourceCodeAnalysis());
    }
}
