package lab.course.asyncpatterns;

import static java.time.Duration.ofMillis;
import static lab.exercise.Finding.Outcome.DOES_NOT_HOLD;
import static lab.exercise.Finding.Outcome.HOLDS;
import static lab.exercise.Finding.Outcome.HOLDS_IF;
import static lab.exercise.Finding.Outcome.INCONCLUSIVE;
import static lab.measure.MadeUp.laps;
import static lab.measure.MadeUp.opposite;
import static lab.measure.MadeUp.race;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import lab.async.FanOut;
import lab.async.Noticed;
import lab.async.Settled;
import lab.exercise.Finding;
import lab.measure.Race;
import org.junit.jupiter.api.Test;

class AsyncClaimsTest {

    private static final int CPUS = Runtime.getRuntime().availableProcessors();

    @Test
    void callsThatAreStartedTogetherTakeAsLongAsOne() {
        assertThat(AsyncClaims.atOnce(calls(200, 200, 51)).outcome()).isEqualTo(HOLDS_IF);
        assertThat(AsyncClaims.atOnce(calls(200, 200, 190)).outcome()).isEqualTo(DOES_NOT_HOLD);
        assertThat(AsyncClaims.atOnce(calls(200, 200, 100)).outcome()).isEqualTo(INCONCLUSIVE);
    }

    @Test
    void aLoopThatWaitsIsSerialAndSoIsAStreamThatJoins() {
        var lazy = AsyncClaims.loopIsSerial(calls(200, 200, 51));
        assertThat(lazy.outcome()).isEqualTo(HOLDS);
        assertThat(lazy.came()).containsExactly('b');
        assertThat(AsyncClaims.loopIsSerial(calls(200, 52, 51)).came()).containsExactly('a');
        assertThat(AsyncClaims.loopIsSerial(calls(200, 52, 51)).lesson())
                .isEqualTo("this stream did not wait for each call");
        assertThat(AsyncClaims.loopIsSerial(calls(52, 200, 51)).outcome()).isEqualTo(DOES_NOT_HOLD);
        assertThat(AsyncClaims.loopIsSerial(calls(201, 201, 200)))
                .as("all at once was serial, too")
                .satisfies(finding -> assertThat(finding.outcome()).isEqualTo(INCONCLUSIVE))
                .satisfies(finding -> assertThat(finding.lesson()).contains("have a thread"));
        assertThat(AsyncClaims.loopIsSerial(calls(150, 150, 51)).lesson())
                .isEqualTo("take four calls or more");
        assertThat(AsyncClaims.loopIsSerial(calls(100, 52, 51)).outcome()).isEqualTo(INCONCLUSIVE);
    }

    @Test
    void computingGainsAsMuchAsThereAreCpus() {
        assertThat(computing(100, 100.0 / CPUS).outcome()).isEqualTo(HOLDS_IF);
        assertThat(computing(100, 100).outcome()).isEqualTo(CPUS == 1 ? HOLDS_IF : INCONCLUSIVE);
        assertThat(computing(100, 100.0 / CPUS / 2).outcome()).isEqualTo(DOES_NOT_HOLD);
    }

    private static Finding computing(double serial, double together) {
        return AsyncClaims.computing(
                race(laps("one after the other", serial), laps("all at once", together)));
    }

    private static Race calls(double loop, double stream, double together) {
        return race(laps("loop", loop), opposite("stream", stream), laps("all at once", together));
    }

    @Test
    void aLimitThatTheServiceCanServeSavesTheCalls() {
        var finding = fanOut(0, 0, 900);
        assertThat(finding.outcome()).isEqualTo(HOLDS_IF);
        assertThat(finding.came()).containsExactly('c');
        assertThat(finding.here())
                .isEqualTo(
                        "without a limit 900 of 1,000 failed; with 5 0 of 1,000, with 20 0 of"
                                + " 1,000");
        assertThat(fanOut(0, 300, 900).outcome()).isEqualTo(DOES_NOT_HOLD);
        assertThat(fanOut(0, 0, 0).outcome()).isEqualTo(DOES_NOT_HOLD);
        assertThat(fanOut(0, 0, 0).came()).containsExactly('a');
        var few = new FanOut(List.of(new FanOut.Run(5, 9, 0, ofMillis(9)), limit(9, 9, 0)), 110);
        assertThat(AsyncClaims.fewAtATime(few).lesson()).contains("make more of them");
    }

    @Test
    void withoutBothKindsOfLimitNothingIsSaid() {
        var only = new FanOut(List.of(limit(10, 0)), 110);

        assertThat(AsyncClaims.fewAtATime(only).outcome()).isEqualTo(INCONCLUSIVE);
    }

    private static Finding fanOut(int five, int twenty, int none) {
        return AsyncClaims.fewAtATime(
                new FanOut(List.of(limit(5, five), limit(20, twenty), limit(1_000, none)), 110));
    }

    private static FanOut.Run limit(int limit, int failed) {
        return limit(limit, 1_000, failed);
    }

    private static FanOut.Run limit(int limit, int calls, int failed) {
        return new FanOut.Run(limit, calls, failed, ofMillis(100));
    }

    @Test
    void resultsAndExceptionsAreKept() {
        assertThat(AsyncClaims.partialFailure(new Settled(3, 2, 0)).outcome()).isEqualTo(HOLDS);
        assertThat(AsyncClaims.partialFailure(new Settled(3, 1, 1)).outcome())
                .isEqualTo(INCONCLUSIVE);
        assertThat(AsyncClaims.partialFailure(new Settled(5, 0, 0)).outcome())
                .isEqualTo(INCONCLUSIVE);
    }

    @Test
    void submitLosesWhatNobodyAsksFor() {
        assertThat(noticed(0, 10).outcome()).isEqualTo(HOLDS_IF);
        assertThat(noticed(0, 10).came()).containsExactly('c');
        assertThat(noticed(10, 10).outcome()).isEqualTo(DOES_NOT_HOLD);
        assertThat(noticed(10, 0).outcome()).as("execute loses all").isEqualTo(HOLDS_IF);
        assertThat(noticed(20, 10).outcome()).as("reported twice").isEqualTo(DOES_NOT_HOLD);
        assertThat(noticed(10, 10).came()).containsExactly('a');
        assertThat(noticed(0, 0).outcome()).isEqualTo(INCONCLUSIVE);
    }

    @Test
    void anExceptionEndsItsThreadAndNotThePool() {
        var ended = new Noticed(List.of(new Noticed.Run("execute", 10, 10)));
        var caught = new Noticed(List.of(new Noticed.Run("execute", 10, 0)));

        assertThat(AsyncClaims.oneThreadEnds(ended).outcome()).isEqualTo(HOLDS_IF);
        assertThat(AsyncClaims.oneThreadEnds(caught).outcome()).isEqualTo(INCONCLUSIVE);
    }

    private static Finding noticed(int submit, int execute) {
        var runs = new ArrayList<Noticed.Run>();
        runs.add(new Noticed.Run("execute", 10, execute));
        runs.add(new Noticed.Run("submit", 10, submit));
        return AsyncClaims.errorsMustBeCaught(new Noticed(runs));
    }
}
