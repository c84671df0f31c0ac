package lab.course.eventloopstalls;

import static lab.exercise.Finding.Outcome.DOES_NOT_HOLD;
import static lab.exercise.Finding.Outcome.HOLDS;
import static lab.exercise.Finding.Outcome.HOLDS_IF;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import lab.exercise.Finding;
import lab.regex.Growth;
import lab.regex.Growth.Curve;
import org.junit.jupiter.api.Test;

/** Verdicts on patterns from made-up results. */
class RegexClaimsTest {

    @Test
    void aPatternIsExponentialWhenItsStepsMultiply() {
        var tame = new Curve("^(a+)+$", List.of(100L, 150L), false);
        var wild = new Curve("^(a+)+$", List.of(100L, 1_600L), false);

        assertThat(RegexClaims.classic(growth(tame)).outcome()).isEqualTo(DOES_NOT_HOLD);
        assertThat(RegexClaims.classic(growth(wild)).outcome()).isEqualTo(HOLDS);
        assertThatThrownBy(() -> RegexClaims.search(growth(tame)))
                .hasMessageContaining("needs the pattern \"(a+)+b\"");
    }

    @Test
    void exponentialPatternsAreDistinguishedFromTheOthersOnThisEngine() {
        var backReference = curve("^(a+)+\\1$", 1_600);
        var lazy = curve("^(a+?)+?$", 1_600);
        var counted = curve("^(.*a){12}$", 1_600);
        var search = curve("(a+)+b", 150);

        assertThat(overlapping(backReference, lazy, counted, search, curve("^(a+)+$", 150)))
                .satisfies(finding -> assertThat(finding.outcome()).isEqualTo(HOLDS_IF))
                .satisfies(finding -> assertThat(finding.came()).containsExactly('c'));
        assertThat(overlapping(backReference, lazy, counted, search, curve("^(a+)+$", 1_600)))
                .satisfies(finding -> assertThat(finding.came()).containsExactly('a'));
        assertThat(
                        overlapping(
                                curve("^(a+)+\\1$", 150),
                                curve("^(a+?)+?$", 150),
                                curve("^(.*a){12}$", 150)))
                .satisfies(finding -> assertThat(finding.outcome()).isEqualTo(DOES_NOT_HOLD));
    }

    @Test
    void aSquareIsNotExponentialWhateverTheSizesAre() {
        var square = new Curve("^(a+)+$", List.of(100L, 900L), false);
        var givenUp = new Curve("^(a+)+$", List.of(100L, 900L), true);
        var atOnce = new Curve("^(a+)+$", List.of(), true);

        assertThat(RegexClaims.classic(new Growth(List.of(10, 30), List.of(square))).here())
                .contains("with each character more, the steps grow ×1.12, to 900");
        assertThat(RegexClaims.classic(new Growth(List.of(10, 30), List.of(square))).outcome())
                .isEqualTo(DOES_NOT_HOLD);
        assertThat(RegexClaims.classic(new Growth(List.of(10, 30, 9_000), List.of(givenUp))))
                .satisfies(finding -> assertThat(finding.outcome()).isEqualTo(DOES_NOT_HOLD))
                .satisfies(finding -> assertThat(finding.here()).endsWith(", then given up"));
        assertThat(RegexClaims.classic(new Growth(List.of(60, 80), List.of(atOnce))).outcome())
                .isEqualTo(HOLDS);
    }

    private static Finding overlapping(Curve... curves) {
        return RegexClaims.overlapping(growth(curves));
    }

    private static Curve curve(String name, long last) {
        return new Curve(name, List.of(100L, last), false);
    }

    @Test
    void linearMeansThatTwiceTheTextTakesAboutTwiceTheSteps() {
        assertThat(RegexClaims.linear(growth(curve("re2j ^(.*a){12}$", 200))).outcome())
                .isEqualTo(HOLDS);
        assertThat(RegexClaims.linear(growth(curve("re2j ^(.*a){12}$", 400))).outcome())
                .isEqualTo(DOES_NOT_HOLD);
    }

    private static Growth growth(Curve... curves) {
        return new Growth(List.of(4, 8), List.of(curves));
    }
}
