package lab.course;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SectionTest {

    @ParameterizedTest
    @MethodSource("lab.course.Section#ofAllNotebooks")
    void aSectionNeedsOnlyTheImportAndItsOwnCells(Section section) {
        try (var compiler = new CellCompiler()) {
            assertThat(compiler.faults(section.imports())).isEmpty();
            for (var cell : section.cells()) {
                assertThat(compiler.faults(cell)).as(cell).isEmpty();
            }
        }
    }

    @Test
    void aDeclarationInAnotherSectionIsReportedAsMissing() {
        try (var compiler = new CellCompiler()) {
            assertThat(compiler.faults("var here = List.of(1);\nhere.size()")).isEmpty();
            assertThat(compiler.faults("here.size() + elsewhere.size()"))
                    .singleElement()
                    .asString()
                    .contains("elsewhere");
            assertThat(compiler.faults("int twice(int x) { return 2 * elsewhere.size(); }"))
                    .isNotEmpty();
        }
    }
}
