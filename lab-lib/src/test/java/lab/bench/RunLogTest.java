package lab.bench;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import lab.bench.fork.Cause;
import lab.bench.fork.Crew;
import lab.bench.fork.Event;
import lab.bench.fork.Item;
import lab.bench.fork.Iterations;
import lab.measure.Comparison.Bar;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Mode;

/** The state and the display of a run, from made-up events. */
class RunLogTest {

    private static final Duration LIMIT = ofSeconds(20);

    private Instant now = Instant.EPOCH;

    private final RunLog log = log(participant("nb.T.one", true), participant("nb.T.two", true));
    private final Standing standing = new Standing(log, () -> now);

    private RunLog log(Participant... participants) {
        var schedule = new Schedule(List.of(participants), List.of(), LIMIT, true, 0.03, 47);
        return new RunLog(schedule, () -> now, Cause::error);
    }

    private static Participant participant(String benchmark, boolean isFixed) {
        return new Participant(item(benchmark), isFixed ? 1 : 100, isFixed, 0, false, false);
    }

    @Test
    void nothingIsReportedAsDoneBeforeTheFirstFork() {
        assertThat(standing.progress("2 benchmarks").fraction()).isZero();
        assertThat(standing.progress("2 benchmarks").finding())
                .isEqualTo("2 benchmarks, at most 4 s left");
    }

    @Test
    void onASlowerMachineThanPlannedMoreTimeIsLeft() {
        log.hear(new Event.ForkStarted(0));
        var planned = standing.progress(1, "").left();
        now = now.plusSeconds(30);

        assertThat(standing.progress(1, "").left()).isGreaterThan(planned.multipliedBy(5));
        assertThat(standing.progress(1, "").fraction()).isLessThan(0.2);
    }

    @Test
    void withoutFixedForksTheTimeLeftComesFromTheLimit() {
        var open = log(participant("nb.T.one", false));
        var watched = new Standing(open, () -> now);
        now = now.plusSeconds(5);

        assertThat(watched.progress("").fraction()).isEqualTo(0.25);
        assertThat(watched.progress("").left()).isEqualTo(ofSeconds(15));
    }

    @Test
    void theRunningScoreIsThatOfTheMedianFork() {
        log.hear(new Event.ForkStarted(0));
        log.hear(new Event.Iterated(0, false, 99, "ns/op"));
        assertThat(standing.progress(1, "").finding()).startsWith("round 1: one, warming up, ");

        log.hear(new Event.Iterated(0, true, 10, "ns/op"));
        log.hear(new Event.Iterated(0, true, 20, "ns/op"));

        var progress = standing.progress(1, "");
        assertThat(progress.finding()).startsWith("round 1: one, 15 ns/op so far, ");
        assertThat(progress.shape().bars())
                .containsExactly(Bar.exact("one", 15), Bar.exact("two", 0));
        assertThat(progress.fraction()).isBetween(0.3, 0.6);
    }

    @Test
    void aRunningScoreHasItsUnitEvenWhenAnotherBenchmarkFailed() {
        log.hear(new Event.Failed(0, Cause.of("no luck")));
        log.hear(new Event.ForkStarted(1));
        log.hear(new Event.Iterated(1, true, 25_000_000, "ns/op"));

        assertThat(standing.progress(2, "").finding())
                .startsWith("round 2: two, 25 ms/op so far, ");
        assertThat(standing.progress(2, "").unit()).isEqualTo("ms/op");
        assertThat(standing.progress(2, "").running())
                .containsExactly(Bar.exact("one (failed)", Double.NaN), Bar.exact("two", 25));
    }

    @Test
    void aScoreInAnotherModeKeepsItsOwnUnit() {
        log.hear(new Event.Iterated(0, true, 10, "ns/op"));
        log.hear(new Event.ForkStarted(1));
        log.hear(new Event.Iterated(1, true, 3, "ops/s"));

        assertThat(standing.progress(1, "").finding()).startsWith("round 1: two, 3 ops/s so far, ");
        assertThat(standing.progress(1, "").running())
                .containsExactly(Bar.exact("one", 10), Bar.exact("two", 0));
    }

    @Test
    void aBenchmarkThatFailedEarlyCountsAsDone() {
        log.hear(new Event.ForkStarted(0));
        log.hear(new Event.Failed(0, Cause.of("no luck")));

        assertThat(standing.progress(1, "").fraction()).isEqualTo(0.5);
        assertThat(log.failures()).containsExactly(new BenchResult.Failure("one", "no luck"));
        assertThat(log.healthy()).containsExactly(1);
    }

    @Test
    void theRunningRatioIsShown() {
        fork(0, 10);
        fork(1, 20);

        var ratios = Standing.ratios(log.contests(0.005).all());

        assertThat(ratios).startsWith("one against two: 2.00 (").endsWith(" times as fast");
        assertThat(standing.progress(2, ratios).finding()).contains("so far; one against two: ");
    }

    /** Else identical code would look faster only because its forks warmed up for longer. */
    @Test
    void rivalsWarmUpForTheSameTime() {
        var rivals = log(free("nb.T.one"), free("nb.T.two"), participant("nb.T.set", false));

        coldFork(rivals, 1);
        coldFork(rivals, 0);

        assertThat(warmups(rivals)).containsExactly(2, 2, 1);
    }

    @Test
    void oneForkThatGetsFasterMayBeNoise() {
        var rivals = log(free("nb.T.one"), free("nb.T.two"));

        coldFork(rivals, 1);
        fork(rivals, 0, 10);
        assertThat(warmups(rivals)).containsExactly(1, 1);

        coldFork(rivals, 1);
        assertThat(warmups(rivals)).as("two in a row of the same benchmark").containsExactly(2, 2);

        coldFork(rivals, 1);
        assertThat(warmups(rivals)).as("one at the new length").containsExactly(2, 2);
    }

    private static List<Integer> warmups(RunLog log) {
        return log.numbers().mapToObj(n -> log.track(n).item().warmup().count()).toList();
    }

    private static void coldFork(RunLog log, int number) {
        log.hear(new Event.ForkStarted(number));
        for (int score = 90; score > 10; score -= 10) {
            log.hear(new Event.Iterated(number, score < 60, score, "ns/op"));
        }
        log.hear(new Event.ForkEnded(number));
    }

    private static Participant free(String benchmark) {
        return new Participant(item(benchmark), 100, false, 0, true, true);
    }

    private void fork(int number, double score) {
        fork(log, number, score);
    }

    private static void fork(RunLog log, int number, double score) {
        log.hear(new Event.ForkStarted(number));
        log.hear(new Event.Iterated(number, true, score, "ns/op"));
        log.hear(new Event.ForkEnded(number));
    }

    @Test
    void benchmarksHaveTheShortestUnambiguousNames() {
        assertThat(names("nb.T.one", "nb.T.two")).containsExactly("one", "two");
        assertThat(names("nb.T.one", "a.b.U.V.one")).containsExactly("T.one", "V.one");
        assertThat(names("nb.T.V.one", "a.b.U.V.one")).containsExactly("T.V.one", "U.V.one");
    }

    private static List<String> names(String... benchmarks) {
        var items = Stream.of(benchmarks).map(RunLogTest::item).toList();
        return items.stream().map(new Names(items)::of).toList();
    }

    @Test
    void aBenchmarkThatNeverEndedFails() {
        log.hear(new Event.Failed(0, Cause.of("no luck")));
        log.giveUp("the harness ended early");

        assertThat(log.failures())
                .contains(new BenchResult.Failure("two", "the harness ended early"));
    }

    private static Item item(String benchmark) {
        return new Item(
                benchmark,
                Mode.AverageTime,
                new TreeMap<>(),
                new Iterations(1, ofMillis(1000)),
                new Iterations(2, ofMillis(500)),
                new Crew(List.of()),
                TimeUnit.NANOSECONDS,
                List.of(),
                ofMillis(100));
    }
}
