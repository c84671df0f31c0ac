package lab.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RulingTest {

    @Test
    void anIntervalAboveOneMeansFaster() {
        var factor = new Factor(1.9, 1.8, 2.0);

        assertThat(Ruling.of(factor, 0.03, 6)).isEqualTo(new Ruling.Faster(factor));
        assertThat(factor).hasToString("1.90 (1.80 to 2.00)");
    }

    @Test
    void anIntervalWithinTheMarginMeansTheSame() {
        var factor = new Factor(1.005, 0.99, 1.02);

        assertThat(Ruling.of(factor, 0.03, 9)).isEqualTo(new Ruling.Same(factor, 0.03));
        assertThat(Ruling.of(factor, 0.01, 9)).isInstanceOf(Ruling.Inconclusive.class);
    }

    @Test
    void aDifferenceWithinTheMarginIsTheSameEvenIfItIsCertain() {
        assertThat(Ruling.of(new Factor(1.01, 1.005, 1.015), 0.03, 9))
                .isInstanceOf(Ruling.Same.class);
    }

    @Test
    void theRoundsNeededGrowWithTheSquareOfTheInterval() {
        assertThat(rounds(new Factor(1.1, 0.9, 1.35))).isBetween(40, 60);
        assertThat(rounds(new Factor(1.1, 0.99, 1.22))).isBetween(11, 16);
    }

    @Test
    void nearOneTheRoundsNeededDependOnTheMargin() {
        assertThat(rounds(new Factor(1.0, 0.94, 1.06))).isBetween(35, 60);
    }

    private static int rounds(Factor factor) {
        return ((Ruling.Inconclusive) Ruling.of(factor, 0.03, 10)).rounds();
    }
}
