package lab.bench;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.TimeUnit;
import lab.bench.fork.Crew;
import lab.bench.fork.Item;
import lab.bench.fork.Iterations;
import lab.bench.source.BenchmarkRefused;
import lab.bench.source.Compilation;
import lab.bench.source.Notebook;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Mode;

class PlannerTest {

    private static final String BARE =
            """
            public class Bare { @Benchmark public int one() { return 1; } }
            """;
    private static final String SAID =
            """
            @State(Scope.Benchmark)
            @BenchmarkMode({Mode.AverageTime, Mode.SampleTime})
            @OutputTimeUnit(TimeUnit.MICROSECONDS)
            @Warmup(iterations = 7, time = 70, timeUnit = TimeUnit.MILLISECONDS)
            @Measurement(iterations = 9)
            @Fork(value = 0, jvmArgsAppend = "-Xmx64m")
            @Threads(3)
            public class Said {
                @Param({"1", "2"}) public int size;
                @Benchmark public int one() { return 1; }
                @Benchmark public int two() { return 2; }
            }
            """;

    @Test
    void aBriefRunOfManyBenchmarksFitsItsTime() {
        var methods = new StringBuilder("public class Many {");
        for (int i = 0; i < 16; i++) {
            methods.append("@Benchmark public int b%d() { return 1; }".formatted(i));
        }

        var plan = plan(methods.append("}").toString(), "Many", BenchOptions.brief());

        assertThat(plan.items()).hasSize(16);
        assertThat(plan.expected()).isEqualTo(Effort.brief().total());
        assertThat(plan.round()).isLessThan(plan.expected());
    }

    @Test
    void aThoroughRunUsesItsWholeTimeAndDoesNotEndEarly() {
        var brief = plan(BARE, "Bare", BenchOptions.brief());
        var thorough = plan(BARE, "Bare", BenchOptions.thorough());

        assertThat(thorough.participants().getFirst().forks())
                .isEqualTo(Effort.thorough().rounds());
        assertThat(thorough.expected()).isLessThan(ofSeconds(60));
        assertThat(thorough.endsEarly()).isFalse();
        assertThat(thorough.hasOneLook()).isTrue();
        assertThat(brief.endsEarly()).isTrue();
    }

    @Test
    void aBriefForkIsShort() {
        var item = plan(BARE, "Bare", BenchOptions.brief()).items().getFirst();

        assertThat(item.expected()).isBetween(ofMillis(500), ofMillis(1_200));
    }

    @Test
    void onlyUnsetOptionsAreAdapted() {
        var once = BenchOptions.brief().measurement(3, ofMillis(20));

        assertThat(participant(BenchOptions.brief()))
                .matches(Participant::warmsUpFreely)
                .matches(Participant::measuresFreely)
                .matches(one -> !one.isFixed());
        assertThat(participant(once))
                .matches(Participant::warmsUpFreely)
                .matches(one -> !one.measuresFreely());
        assertThat(participant(once.warmup(1, ofMillis(20)))).matches(one -> !one.warmsUpFreely());
        assertThat(participant(once.forks(2))).matches(Participant::isFixed);
    }

    private static Participant participant(BenchOptions options) {
        return plan(BARE, "Bare", options).participants().getFirst();
    }

    @Test
    void benchmarksAreComparedAtEqualParametersAndMode() {
        assertThat(plan(SAID, "Said", BenchOptions.brief()).looks().contests()).isEqualTo(4);
        assertThat(plan(BARE, "Bare", BenchOptions.brief()).looks().contests()).isZero();
    }

    @Test
    void theSeedOfAnEarlierRunIsReused() {
        assertThat(plan(BARE, "Bare", BenchOptions.brief().seed(47)).seed()).isEqualTo(47);
    }

    @Test
    void annotationsOfTheClassApplyAndTheRestIsBrief() {
        var plan = plan(SAID, "Said", BenchOptions.brief());

        assertThat(plan.participants()).hasSize(8).extracting(Participant::forks).containsOnly(1);
        var item = plan.items().getFirst();
        assertThat(item.warmup()).isEqualTo(new Iterations(7, ofMillis(70)));
        assertThat(item.measurement().count()).isEqualTo(9);
        assertThat(item.measurement().time()).isLessThanOrEqualTo(ofMillis(250));
        assertThat(item.crew().threads()).containsExactly(3);
        assertThat(item.unit()).isEqualTo(TimeUnit.MICROSECONDS);
        assertThat(item.jvmArgs()).endsWith("-Xmx64m");
    }

    @Test
    void optionsOverrideAnnotationsOfTheClass() {
        var options =
                BenchOptions.brief()
                        .forks(2)
                        .warmup(1, ofMillis(10))
                        .measurement(4, ofMillis(20))
                        .threads(1)
                        .modes(Mode.Throughput)
                        .param("size", 5)
                        .heap("1g")
                        .include("two");

        var plan = plan(SAID, "Said", options);
        var items = plan.items();

        assertThat(plan.participants()).singleElement().returns(2, Participant::forks);
        assertThat(items.getFirst())
                .returns("nb.Said.two", Item::benchmark)
                .returns(Mode.Throughput, Item::mode)
                .returns(new Crew(List.of(1)), Item::crew)
                .returns(new Iterations(4, ofMillis(20)), Item::measurement);
        assertThat(items.getFirst().params()).containsEntry("size", "5");
        assertThat(items.getFirst().jvmArgs()).endsWith("-Xms1g", "-Xmx1g");
    }

    @Test
    void modeAllIsExpandedToFourModes() {
        var items = plan(BARE, "Bare", BenchOptions.brief().modes(Mode.All)).items();

        assertThat(items).extracting(Item::mode).hasSize(4).doesNotHaveDuplicates();
    }

    @Test
    void aGroupHasTheThreadsOfItsAnnotationsUnlessTheOptionsOverrideThem() {
        var brief = BenchOptions.brief();

        assertThat(crew(brief)).isEqualTo(new Crew(List.of(2, 1)));
        assertThat(crew(brief).size()).isEqualTo(3);
        assertThat(crew(brief.groups(1, 4))).isEqualTo(new Crew(List.of(1, 4)));
        assertThat(crew(brief.threads(6))).isEqualTo(new Crew(List.of(6)));
        assertThatThrownBy(() -> crew(brief.groups(1, 2, 3)))
                .hasMessage("groups(1, 2, 3) needs a @Group of 3 methods, and there is none");
    }

    @Test
    void zeroThreadsAreRejected() {
        var idle = "public class Idle { @Benchmark @Threads(0) public int one() { return 1; } }";

        assertThatThrownBy(() -> plan(idle, "Idle", BenchOptions.brief()))
                .isInstanceOf(BenchmarkRefused.class)
                .hasMessage("@Threads must be at least 1, or Threads.MAX, but is 0 at nb.Idle.one");
    }

    private static Crew crew(BenchOptions options) {
        var cell =
                """
                public class Both {
                    @Benchmark @Group @GroupThreads(2) public int get() { return 1; }
                    @Benchmark @Group public int put() { return 2; }
                }
                """;
        return plan(cell, "Both", options).items().getFirst().crew();
    }

    @Test
    void aForkInheritsNoFlagsOfThisProcess() {
        assertThat(plan(BARE, "Bare", BenchOptions.brief()).items().getFirst().jvmArgs())
                .containsExactly("--sun-misc-unsafe-memory-access=allow", "-Xmx256m");
    }

    @Test
    void anIncludeThatMatchesNothingIsRejectedWithTheKnownBenchmarks() {
        assertThatThrownBy(() -> plan(SAID, "Said", BenchOptions.brief().include("three")))
                .hasMessageContaining(
                        "include(\"three\") leaves no benchmark; there are: one, two");
    }

    @Test
    void anUnknownParameterIsRejectedWithTheKnownOnes() {
        assertThatThrownBy(() -> plan(SAID, "Said", BenchOptions.brief().param("sise", 1)))
                .hasMessageContaining("param(\"sise\") names no @Param field; there are: [size]");
    }

    private static Schedule plan(String cell, String type, BenchOptions options) {
        try (var notebook = new Notebook(cell)) {
            var compilation = Compilation.of(notebook.sources(), notebook.classes(type));
            return Planner.plan(compilation.run(), options);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
