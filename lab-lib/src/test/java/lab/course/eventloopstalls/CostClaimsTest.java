package lab.course.eventloopstalls;

import static java.time.Duration.ofMillis;
import static lab.exercise.Finding.Outcome.DOES_NOT_HOLD;
import static lab.exercise.Finding.Outcome.HOLDS;
import static lab.exercise.Finding.Outcome.HOLDS_IF;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import lab.exercise.Finding;
import lab.measure.Cost;
import lab.measure.Costs;
import org.junit.jupiter.api.Test;

/** Verdicts on costs from made-up results. */
class CostClaimsTest {

    @Test
    void theVerdictOnACostDependsOnTheMeasuredTime() {
        assertThat(CostClaims.parseMuch(costs("parse 5 MB", 90, 45)).outcome()).isEqualTo(HOLDS);
        var far = CostClaims.parseMuch(costs("parse 5 MB", 900, 300));
        assertThat(far.outcome()).isEqualTo(DOES_NOT_HOLD);
        assertThat(far.lesson()).startsWith("much slower here");
        assertThat(CostClaims.billion(costs("100 million roots", 200, 150)).outcome())
                .isEqualTo(HOLDS_IF);
        assertThat(CostClaims.billion(costs("100 million roots", 99, 20)).outcome())
                .isEqualTo(DOES_NOT_HOLD);
        assertThat(CostClaims.readFile(costs("read 5 MB", 40, 3)).outcome()).isEqualTo(HOLDS_IF);
        assertThat(CostClaims.readFile(costs("read 5 MB", 40, 30)).outcome()).isEqualTo(HOLDS);
        assertThat(items(0, 60).outcome()).isEqualTo(HOLDS_IF);
        assertThat(items(0, 60).came()).containsExactly('c');
        assertThat(items(30, 60).outcome()).isEqualTo(HOLDS);
        assertThat(items(0, 5).outcome()).isEqualTo(DOES_NOT_HOLD);
    }

    @Test
    void theCostOfOffloadingIsComparedWithTenMillisecondsOfWork() {
        assertThat(handOver(100).outcome()).isEqualTo(HOLDS);
        assertThat(handOver(1_500).outcome()).isEqualTo(HOLDS);
        assertThat(handOver(5_000).outcome()).isEqualTo(HOLDS_IF);
        assertThat(handOver(20_000).outcome()).isEqualTo(DOES_NOT_HOLD);
    }

    private static Finding handOver(long micros) {
        var time = Duration.ofNanos(1_000 * micros);
        return CostClaims.worthHandingOver(
                new Costs(List.of(new Cost("hand over and back", time, time))));
    }

    private static Finding items(long roots, long lines) {
        return CostClaims.manyItems(
                new Costs(
                        List.of(
                                new Cost("100,000 roots", ofMillis(roots), ofMillis(roots)),
                                new Cost("100,000 lines", ofMillis(lines), ofMillis(lines)))));
    }

    @Test
    void aCostIsJudgedByItsWarmCalls() {
        assertThat(CostClaims.parse(costs("parse 5 MB", 180, 60)).outcome()).isEqualTo(HOLDS);
        assertThat(CostClaims.parse(costs("parse 5 MB", 180, 45)).lesson())
                .startsWith("in magnitude");
        assertThat(CostClaims.parse(costs("parse 5 MB", 180, 45)).outcome()).isEqualTo(HOLDS);
        assertThat(CostClaims.parse(costs("parse 5 MB", 180, 9)).outcome()).isEqualTo(HOLDS_IF);
        assertThat(CostClaims.parse(costs("parse 5 MB", 9, 5)).outcome()).isEqualTo(DOES_NOT_HOLD);
        assertThat(CostClaims.parse(costs("parse 5 MB", 900, 700)).outcome())
                .isEqualTo(DOES_NOT_HOLD);
        assertThatThrownBy(() -> CostClaims.hash(costs("sort", 1, 1)))
                .hasMessageContaining("there is no work \"hash\"; there is \"sort\"");
    }

    private static Costs costs(String name, long first, long warm) {
        return new Costs(List.of(new Cost(name, ofMillis(first), ofMillis(warm))));
    }
}
