package lab.bench;

import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import lab.bench.fork.Cause;
import lab.bench.fork.Crew;
import lab.bench.fork.Event;
import lab.bench.fork.Item;
import lab.bench.fork.Plan;
import lab.bench.fork.Rounds;
import lab.measure.Comparison.Bar;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Mode;

class TallyTest {

    private Instant now = Instant.EPOCH;

    private final Tally tally =
            new Tally(
                    new Plan(List.of(item("nb.T.one"), item("nb.T.two")), List.of()),
                    () -> now,
                    Cause::error);

    @Test
    void nothingIsDoneBeforeTheFirstFork() {
        assertThat(tally.progress("2 benchmarks").fraction()).isZero();
        assertThat(tally.progress("2 benchmarks").finding()).isEqualTo("2 benchmarks, 5 s left");
    }

    @Test
    void aMachineThatIsSlowerThanPlannedHasMoreTimeLeft() {
        tally.hear(new Event.ForkStarted(0));
        var planned = tally.progress().left();
        now = now.plusSeconds(30);

        assertThat(tally.progress().left()).isGreaterThan(planned.multipliedBy(5));
        assertThat(tally.progress().fraction()).isLessThan(0.2);
    }

    @Test
    void theRunningScoreIsTheMeanOfTheCountedIterations() {
        tally.hear(new Event.ForkStarted(0));
        tally.hear(new Event.Iterated(0, false, 99, "ns/op"));
        assertThat(tally.progress().finding()).startsWith("1 of 2: one, warming up, ");

        tally.hear(new Event.Iterated(0, true, 10, "ns/op"));
        tally.hear(new Event.Iterated(0, true, 20, "ns/op"));

        var progress = tally.progress();
        assertThat(progress.finding()).startsWith("1 of 2: one, 15 ns/op so far, ");
        assertThat(progress.shape().bars())
                .containsExactly(Bar.exact("one", 15), Bar.exact("two", 0));
        assertThat(progress.fraction()).isBetween(0.3, 0.6);
    }

    @Test
    void aRunningScoreHasItsUnitAlsoWhenAnotherBenchmarkFailed() {
        tally.hear(new Event.Failed(0, Cause.of("no luck")));
        tally.hear(new Event.ForkStarted(1));
        tally.hear(new Event.Iterated(1, true, 25_000_000, "ns/op"));

        assertThat(tally.progress().finding()).startsWith("2 of 2: two, 25 ms/op so far, ");
        assertThat(tally.progress().unit()).isEqualTo("ms/op");
        assertThat(tally.progress().running())
                .containsExactly(Bar.exact("one (failed)", Double.NaN), Bar.exact("two", 25));
    }

    @Test
    void aScoreOfAnotherKindKeepsItsOwnUnit() {
        tally.hear(new Event.Iterated(0, true, 10, "ns/op"));
        tally.hear(new Event.ForkStarted(1));
        tally.hear(new Event.Iterated(1, true, 3, "ops/s"));

        assertThat(tally.progress().finding()).startsWith("2 of 2: two, 3 ops/s so far, ");
        assertThat(tally.progress().running())
                .containsExactly(Bar.exact("one", 10), Bar.exact("two", 0));
    }

    @Test
    void aBenchmarkThatFailedEarlyCountsAsDone() {
        tally.hear(new Event.ForkStarted(0));
        tally.hear(new Event.Failed(0, Cause.of("no luck")));

        assertThat(tally.progress().fraction()).isEqualTo(0.5);
        assertThat(tally.failures()).containsExactly(new BenchResult.Failure("one", "no luck"));
    }

    @Test
    void benchmarksAreNamedAsBrieflyAsTellsThemApart() {
        assertThat(names("nb.T.one", "nb.T.two")).containsExactly("one", "two");
        assertThat(names("nb.T.one", "a.b.U.V.one")).containsExactly("T.one", "V.one");
        assertThat(names("nb.T.V.one", "a.b.U.V.one")).containsExactly("T.V.one", "U.V.one");
    }

    private static List<String> names(String... benchmarks) {
        var items = Stream.of(benchmarks).map(TallyTest::item).toList();
        return items.stream().map(new Names(items)::of).toList();
    }

    @Test
    void whatNeverEndedFails() {
        tally.hear(new Event.Failed(0, Cause.of("no luck")));
        tally.giveUp("the harness ended early");

        assertThat(tally.failures())
                .contains(new BenchResult.Failure("two", "the harness ended early"));
    }

    private static Item item(String benchmark) {
        return new Item(
                benchmark,
                Mode.AverageTime,
                new TreeMap<>(),
                new Rounds(1, ofMillis(1000)),
                new Rounds(2, ofMillis(500)),
                1,
                0,
                new Crew(List.of()),
                TimeUnit.NANOSECONDS,
                List.of(),
                ofMillis(100));
    }
}
