package lab.regex;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegexTest {

    private static final IntFunction<String> LETTERS = n -> "a".repeat(n) + "!";

    @Test
    void theSameMatchTakesTheSameNumberOfStepsEveryTime() {
        var regex = Regex.jdk("^(a+)+\\1$");

        assertThat(regex.match(LETTERS.apply(12))).isEqualTo(regex.match(LETTERS.apply(12)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"^(a+)+$", "(a+)+b"})
    void thePatternsOfTheGuideAreNotExponentialOnThisJvm(String pattern) {
        assertThat(Regex.jdk(pattern).match(LETTERS.apply(200)).finished()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"^(a+)+\\1$", "^(.*a){12}$", "^(a+?)+?$"})
    void thesePatternsAreExponentialAndStopAtTheDeadline(String pattern) {
        var steps = Regex.jdk(pattern).match(LETTERS.apply(40));

        assertThat(steps.finished()).isFalse();
        assertThat(steps.matched()).isFalse();
    }

    @Test
    void eachMoreCharacterDoublesTheStepsOfABackReference() {
        var growth = Growth.over(12, 14, 18).of("^(a+)+\\1$", LETTERS);

        assertThat(growth.perCharacter(growth.curves().getFirst())).isBetween(1.9, 2.1);
    }

    @Test
    void aSweepIsSortedAndAddsPatternsOneByOne() {
        var growth = Growth.over(6, 2, 4).of("^(a+)+$", LETTERS).and("b", Regex.re2j("b"), LETTERS);

        assertThat(growth.sizes()).containsExactly(2, 4, 6);
        assertThat(growth.curves()).extracting(Growth.Curve::name).containsExactly("^(a+)+$", "b");
        assertThat(growth.shape().lines()).hasSize(2);
    }

    @Test
    void re2jReadsEachCharacterOnlyAFewTimes() {
        var steps = Regex.re2j("^(.*a){12}$").match(LETTERS.apply(1_000));

        assertThat(steps.finished()).isTrue();
        assertThat(steps.count()).isLessThan(5_000);
    }

    @Test
    void anExponentialMatchStopsAtItsDeadline() {
        long start = System.nanoTime();

        var steps = Regex.jdk("^(a+)+\\1$").matchWithin(Duration.ofMillis(50), LETTERS.apply(60));

        assertThat(steps.finished()).isFalse();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void aStackOverflowInTheEngineIsReportedAndNotThrown() {
        assertThat(Regex.jdk("(a|b)*").match("ab".repeat(50_000)).finished()).isFalse();
    }

    @Test
    void aSuccessfulMatchIsReported() {
        assertThat(Regex.jdk("(\\w+)@\\1").match("ada@ada").matched()).isTrue();
    }
}
