package lab.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TurnsTest {

    private static final Duration BUDGET = Duration.ofSeconds(3);

    private final AtomicLong clock = new AtomicLong();
    private final StringBuilder order = new StringBuilder();

    @Test
    void theFasterTaskIsReportedWithItsFactorInAnyOrder() throws Exception {
        var race = tasks().and("slow", taking("s", 40)).and("fast", taking("f", 10)).within(BUDGET);

        assertThat(race.finding())
                .isEqualTo("\"fast\" is faster than \"slow\" by ×4 (×4 to ×4) (4 rounds)");
        assertThat(race.ratio().value()).isEqualTo(4);
        assertThat(race.ratio("fast", "slow").value()).isEqualTo(0.25);
        assertThat(race.first().median()).isEqualTo(Duration.ofMillis(40));
        assertThat(race.shape().bars().getLast().value()).isEqualTo(10);
    }

    @Test
    void tasksAlternateForwardAndBackwardAndEachStartsARound() throws Exception {
        tasks().and("a", taking("a", 500)).and("b", taking("b", 500)).within(BUDGET);

        assertThat(order.toString()).startsWith("abba" + "baab" + "abba" + "baab");
    }

    @Test
    void eachOfThreeTasksIsFirstAndLastEquallyOften() throws Exception {
        tasks().and("a", taking("a", 500))
                .and("b", taking("b", 500))
                .and("c", taking("c", 500))
                .within(BUDGET);

        assertThat(order.toString()).startsWith("abccba" + "bcaacb" + "cabbac");
    }

    @Test
    void equalTasksAreTheSameWithinTheMargin() throws Exception {
        var race = tasks().and("one", taking("o", 10)).and("two", taking("t", 10)).within(BUDGET);

        assertThat(race.finding())
                .startsWith("\"one\" and \"two\" take the same time within 3 %: ×1 (×1 to ×1)");
    }

    @Test
    void theMarginCanBeSet() throws Exception {
        var race =
                tasks().and("one", taking("o", 11))
                        .and("two", taking("t", 10))
                        .margin(0.2)
                        .within(BUDGET);

        assertThat(race.finding()).contains("same time within 20 %");
    }

    @Test
    void aRaceEndsAtTheFirstLookThatDecidesIt() throws Exception {
        var race = tasks().and("one", taking("o", 20)).and("two", taking("t", 10)).within(BUDGET);

        assertThat(race.ratio().rounds()).isEqualTo(4);
        assertThat(race.time()).isLessThan(BUDGET.dividedBy(3));
    }

    @Test
    void anUndecidedRaceUsesItsBudgetAndReportsTheRoundsNeeded() throws Exception {
        var race =
                tasks().and("one", taking("o", 5, 25, 9, 17, 12))
                        .and("two", taking("t", 24, 6, 14, 10, 20, 8, 13))
                        .within(BUDGET);

        assertThat(race.ratio().rounds()).isEqualTo(16);
        var budget = Pace.of(BUDGET, Duration.ofSeconds(1));
        assertThat(race.time()).isBetween(budget, budget.plusMillis(100));
        assertThat(race.finding())
                .startsWith("inconclusive: \"one\" took ×")
                .containsPattern("as long as \"two\", which may be noise; about .* s of measuring");
    }

    @Test
    void slowTasksGetFourRoundsEvenIfTheyTakeLonger() throws Exception {
        var race = tasks().and("a", taking("a", 400)).and("b", taking("b", 900)).within(BUDGET);

        assertThat(race.ratio().rounds()).isEqualTo(4);
        assertThat(race.finding()).startsWith("\"a\" is faster");
    }

    @Test
    void slowTasksGetTwoMoreRoundsIfOneOfFourWasDisturbed() throws Exception {
        var disturbed = taking("b", 900, 900, 900, 900, 900, 900, 1_800, 1_800, 900, 900, 900, 900);
        var race = tasks().and("a", taking("a", 300)).and("b", disturbed).within(BUDGET);

        assertThat(race.ratio().rounds()).isEqualTo(6);
        assertThat(race.finding()).startsWith("\"a\" is faster");
    }

    @Test
    void tasksTooSlowForTheBudgetAreAbandonedWithAFix() throws Exception {
        var race = tasks().and("a", taking("a", 6_000)).and("b", taking("b", 900)).within(BUDGET);

        assertThat(race.ratio().rounds()).isEqualTo(3);
        assertThat(race.finding())
                .startsWith("inconclusive")
                .contains("about 56 s of measuring would settle it (3 rounds)");
    }

    @Test
    void allTasksAreComparedWithTheFastest() throws Exception {
        var race =
                tasks().and("slow", taking("s", 40))
                        .and("fast", taking("f", 10))
                        .and("also", taking("a", 10))
                        .within(BUDGET);

        assertThat(race.finding())
                .isEqualTo(
                        "compared with \"fast\", \"slow\" takes ×4 (×4 to ×4);"
                                + " \"also\" takes the same time within 3 % (4 rounds)");
    }

    @Test
    void aTaskThatMeasuresItselfCountsOnlyWhatItReports() throws Exception {
        var race =
                tasks().andTimed("cold", preparing(500, 30))
                        .andTimed("warm", preparing(500, 10))
                        .within(BUDGET);

        assertThat(race.ratio().value()).isCloseTo(3, within(1e-9));
    }

    @Test
    void aLapTooShortForTheClockIsACaveat() throws Exception {
        var race =
                Turns.of("nothing", () -> {})
                        .and("some", () -> Thread.sleep(1))
                        .within(Duration.ofMillis(100));

        assertThat(race.caveats())
                .anyMatch(caveat -> caveat.matches("a lap of \"nothing\" takes .*: use bench"));
    }

    @Test
    void aFailedTaskIsNamed() {
        Task failing =
                () -> {
                    throw new IOException("no disk");
                };

        assertThatIllegalStateException()
                .isThrownBy(() -> Turns.of("broken", failing).and("b", () -> {}).within(BUDGET))
                .withMessageContaining("\"broken\" failed")
                .withMessageContaining("no disk");
    }

    @Test
    void anInterruptEndsTheRace() {
        Task interrupted = () -> Thread.currentThread().interrupt();

        assertThatExceptionOfType(InterruptedException.class)
                .isThrownBy(() -> Turns.of("a", interrupted).and("b", () -> {}).within(BUDGET));
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void aSingleTaskOrADuplicateNameIsRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Turns.of("a", () -> {}).within(BUDGET))
                .withMessageContaining("add one: and(");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Turns.of("a", () -> {}).and("a", () -> {}))
                .withMessageContaining("\"a\" is taken");
    }

    private Turns tasks() {
        return Turns.none(clock::get);
    }

    /** Reports these times one after the other. */
    private Task taking(String letter, int... millis) {
        var times = cycling(millis);
        return () -> {
            order.append(letter);
            clock.addAndGet(times.next() * 1_000_000L);
        };
    }

    private static Iterator<Integer> cycling(int... millis) {
        return Stream.generate(() -> Arrays.stream(millis).boxed().toList())
                .flatMap(List::stream)
                .iterator();
    }

    private Turns.Timed preparing(long millis, long counted) {
        return () -> {
            clock.addAndGet((millis + counted) * 1_000_000);
            return Duration.ofMillis(counted);
        };
    }
}
