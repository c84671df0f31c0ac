package lab.bench;

import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import lab.bench.fork.Crew;
import lab.bench.fork.Event;
import lab.bench.fork.Item;
import lab.bench.fork.Iterations;
import lab.measure.Pace;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Mode;

/** Made-up forks of one benchmark. */
class TrackTest {

    private static final double[] WARM = {10, 10, 10, 10, 10, 10};
    private static final double[] COOLING = {90, 60, 40, 30, 25, 20, 18, 16};

    private Instant now = Instant.EPOCH;

    @Test
    void aForkIsTheMedianOfItsIterations() {
        var track = track(true, 0);

        fork(track, ofMillis(20), 5, 5, 5, 5, 9, 10, 11, 500);

        assertThat(track.lastCounts()).isTrue();
        assertThat(track.forks()).containsExactly(10.5);
    }

    @Test
    void aForkThatIsStillWarmingUpDoesNotCount() {
        var track = track(true, 0);

        fork(track, ofMillis(20), WARM);
        fork(track, ofMillis(20), COOLING);

        assertThat(track.isCold()).isTrue();
        assertThat(track.lastCounts()).isFalse();
        assertThat(track.forks()).hasSize(1);
        assertThat(track.item().warmup()).isEqualTo(new Iterations(4, ofMillis(20)));
    }

    @Test
    void theOnlyForkCountsUntilThereIsAnother() {
        var track = track(true, 0);

        fork(track, ofMillis(20), COOLING);
        assertThat(track.isProvisional()).isTrue();
        assertThat(track.forks()).containsExactly(19.0);

        fork(track, ofMillis(20), WARM);
        assertThat(track.isProvisional()).isFalse();
        assertThat(track.forks()).containsExactly(10.0);
    }

    @Test
    void theWarmUpHasAMaximumLength() {
        var track = track(true, 0);

        for (int fork = 0; fork < 4; fork++) {
            fork(track, ofMillis(20), COOLING);
            track.warmsUpLonger();
        }

        assertThat(track.lastCounts()).isTrue();
        assertThat(track.item().warmup().count()).isEqualTo(Pace.isQuick() ? 8 : 32);
    }

    @Test
    void anExplicitWarmUpIsNotChanged() {
        var track = track(false, 0);

        fork(track, ofMillis(20), COOLING);
        track.warmsUpLonger();

        assertThat(track.isCold()).isFalse();
        assertThat(track.lastCounts()).isTrue();
        assertThat(track.item().warmup().count()).isEqualTo(4);
    }

    @Test
    void noiseIsNotMistakenForWarmUp() {
        assertThat(WarmingUp.isSeen(List.of(10.0, 30.0, 9.0, 11.0), List.of(10.0, 9.0, 11.0, 10.0)))
                .isFalse();
        assertThat(WarmingUp.isSeen(List.of(20.0, 20.0, 20.0, 20.0), List.of(9.0, 10.0, 9.0, 10.0)))
                .isFalse();
    }

    @Test
    void callsLongerThanAnIterationGetFewerIterations() {
        var track = track(true, 0);

        fork(track, ofMillis(200), WARM);
        fork(track, ofMillis(200), WARM);

        assertThat(track.item().warmup().count()).isEqualTo(1);
        assertThat(track.item().measurement().count()).isEqualTo(2);
    }

    /** Warm-up iterations are planned for twice the time of those that count. */
    @Test
    void callsThatFitTheirIterationsKeepAllOfThem() {
        var track = track(true, 0, ofMillis(40));

        fork(track, ofMillis(45), ofMillis(22), WARM);

        assertThat(track.item().warmup().count()).isEqualTo(4);
        assertThat(track.item().measurement().count()).isEqualTo(4);
    }

    @Test
    void aLongerWarmUpChangesTheExpectedTimeAndKeepsWhatWasMeasured() {
        var track = track(true, 0);
        fork(track, ofMillis(20), WARM);
        var before = track.fork();

        track.warmsUpLonger();

        assertThat(track.item().warmup().count()).isEqualTo(8);
        assertThat(track.fork()).isEqualTo(before.plusMillis(4 * 20));
        assertThat(track.forks()).hasSize(1);
    }

    @Test
    void aWarmupForkDoesNotCount() {
        var track = track(true, 1);

        fork(track, ofMillis(20), WARM);
        assertThat(track.lastCounts()).isFalse();
        fork(track, ofMillis(20), WARM);

        assertThat(track.lastCounts()).isTrue();
        assertThat(track.forks()).hasSize(1);
    }

    private static Track track(boolean free, int warmupForks) {
        return track(free, warmupForks, ofMillis(20));
    }

    private static Track track(boolean free, int warmupForks, Duration warmup) {
        var item =
                new Item(
                        "nb.T.one",
                        Mode.AverageTime,
                        new TreeMap<>(),
                        new Iterations(4, warmup),
                        new Iterations(4, ofMillis(20)),
                        new Crew(List.of()),
                        TimeUnit.NANOSECONDS,
                        List.of(),
                        ofMillis(100));
        return new Track(new Participant(item, 100, false, warmupForks, free, free));
    }

    private void fork(Track track, Duration iteration, double... scores) {
        fork(track, iteration, iteration, scores);
    }

    /** The first four iterations are warm-up. */
    private void fork(Track track, Duration warmup, Duration counted, double... scores) {
        track.forkStarts(now);
        for (int i = 0; i < scores.length; i++) {
            now = now.plus(i >= 4 ? counted : warmup);
            track.hear(new Event.Iterated(0, i >= 4, scores[i], "ns/op"), now);
        }
        track.forkEnds(now);
    }
}
