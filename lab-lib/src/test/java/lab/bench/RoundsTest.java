package lab.bench;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import lab.bench.Ran.Ending;
import lab.bench.fork.Cause;
import lab.bench.fork.Crew;
import lab.bench.fork.Event;
import lab.bench.fork.Item;
import lab.bench.fork.Iterations;
import lab.measure.Pace;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Mode;

/** Which benchmarks run in the next round, from made-up forks. */
class RoundsTest {

    private static final int OPEN = 0;

    private RunLog log;
    private Rounds rounds;

    private void run(boolean endsEarly, int... forks) {
        var participants =
                IntStream.range(0, forks.length)
                        .mapToObj(i -> participant("nb.T.b" + i, forks[i]))
                        .toList();
        var limit = ofSeconds(20);
        var schedule = new Schedule(participants, List.of(), limit, endsEarly, 0.03, 47);
        log = new RunLog(schedule, () -> Instant.EPOCH, Cause::error);
        rounds = new Rounds(log);
    }

    @Test
    void aFactorOfTwoEndsTheRunAfterThreeRounds() {
        run(true, OPEN, OPEN);

        assertThat(played(ofSeconds(8), 10, 20)).isEqualTo(3);
        assertThat(rounds.ending()).isEqualTo(Ending.DECIDED);
    }

    @Test
    void shortRoundsContinueForMorePrecision() {
        run(true, OPEN, OPEN);

        assertThat(played(ofSeconds(2), 10, 20)).isEqualTo(Pace.isQuick() ? 3 : 6);
        assertThat(rounds.ending()).isEqualTo(Ending.DECIDED);
    }

    @Test
    void aDifferenceOfTenPercentNeedsSixRoundsBecauseFewForksCanAgreeByChance() {
        run(true, OPEN, OPEN);

        assertThat(played(10, 11)).isEqualTo(6);
    }

    @Test
    void equalForksEndTheRunWithTheVerdictSame() {
        run(true, OPEN, OPEN);

        assertThat(played(10, 10)).isEqualTo(6);
        assertThat(log.contests(rounds.doubt()).all())
                .singleElement()
                .matches(contest -> contest.ruling() instanceof Ruling.Same);
    }

    @Test
    void theRunContinuesWhileAnyContestIsOpen() {
        run(true, OPEN, OPEN, OPEN);

        assertThat(played(10, 100, 11)).isEqualTo(9);
        assertThat(rounds.ending()).isEqualTo(Ending.DECIDED);
    }

    @Test
    void theRunEndsAtItsTimeLimit() {
        run(true, OPEN, OPEN);

        assertThat(rounds.next(ofSeconds(1))).containsExactly(0, 1);
        fork(0, 10);
        fork(1, 10);
        assertThat(rounds.next(ofSeconds(61))).isEmpty();
        assertThat(rounds.ending()).isEqualTo(Ending.TIME);
    }

    @Test
    void aBenchmarkWithoutARivalRunsAFewTimes() {
        run(true, OPEN);

        assertThat(played(10)).isEqualTo(Pace.isQuick() ? 3 : 6);
        assertThat(rounds.ending()).isEqualTo(Ending.NO_RIVAL);
    }

    @Test
    void fixedForksAllRunRegardlessOfResultAndTime() {
        run(true, 4, 4);

        for (int round = 0; round < 4; round++) {
            assertThat(rounds.next(ofSeconds(100))).containsExactly(0, 1);
            fork(0, 10);
            fork(1, 1_000);
        }
        assertThat(rounds.next(ofSeconds(100))).isEmpty();
        assertThat(rounds.ending()).isEqualTo(Ending.FORKS);
        assertThat(rounds.doubt()).isEqualTo(Looks.DOUBT);
    }

    @Test
    void aBenchmarkWithFixedForksDoesNotEndTheRoundsOfTheOthers() {
        run(true, 1, OPEN, OPEN);

        rounds.next(ofSeconds(1));
        IntStream.range(0, 3).forEach(number -> fork(number, 10));

        assertThat(rounds.next(ofSeconds(2))).containsExactly(1, 2);
    }

    @Test
    void aFailedBenchmarkDoesNotRunAgain() {
        run(true, OPEN, OPEN);

        rounds.next(ofSeconds(1));
        log.hear(new Event.Failed(0, Cause.of("no luck")));
        fork(1, 10);

        assertThat(rounds.next(ofSeconds(2))).containsExactly(1);
    }

    @Test
    void aBenchmarkWhoseOnlyRivalFailedRunsAFewTimes() {
        run(true, OPEN, OPEN);
        log.hear(new Event.Failed(0, Cause.of("no luck")));

        int played = 0;
        while (played < 12 && !rounds.next(ofSeconds(1)).isEmpty()) {
            fork(1, 10);
            played++;
        }

        assertThat(played).isEqualTo(Pace.isQuick() ? 3 : 6);
        assertThat(rounds.ending()).isEqualTo(Ending.NO_RIVAL);
    }

    @Test
    void aThoroughRunDoesNotEndEarly() {
        run(false, OPEN, OPEN);

        assertThat(played(10, 100)).isEqualTo(12);
    }

    /**
     * The number of rounds, at most twelve, if each benchmark takes the same time in every fork.
     */
    private int played(double... times) {
        return played(ofSeconds(8), times);
    }

    private int played(Duration elapsed, double... times) {
        int played = 0;
        while (played < 12 && !rounds.next(elapsed).isEmpty()) {
            for (int number = 0; number < times.length; number++) {
                fork(number, times[number]);
            }
            played++;
        }
        return played;
    }

    private void fork(int number, double time) {
        log.hear(new Event.ForkStarted(number));
        log.hear(new Event.Iterated(number, true, time, "ns/op"));
        log.hear(new Event.ForkEnded(number));
    }

    private static Participant participant(String benchmark, int forks) {
        var item =
                new Item(
                        benchmark,
                        Mode.AverageTime,
                        new TreeMap<>(),
                        new Iterations(1, ofMillis(1000)),
                        new Iterations(1, ofMillis(500)),
                        new Crew(List.of()),
                        TimeUnit.NANOSECONDS,
                        List.of(),
                        ofMillis(100));
        boolean isFixed = forks != OPEN;
        return new Participant(item, isFixed ? forks : Pacing.MANY, isFixed, 0, false, false);
    }
}
