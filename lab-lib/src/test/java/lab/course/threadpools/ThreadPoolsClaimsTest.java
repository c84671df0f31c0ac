package lab.course.threadpools;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofNanos;
import static lab.exercise.Finding.Outcome.DOES_NOT_HOLD;
import static lab.exercise.Finding.Outcome.HOLDS;
import static lab.exercise.Finding.Outcome.HOLDS_IF;
import static lab.exercise.Finding.Outcome.INCONCLUSIVE;
import static lab.measure.MadeUp.laps;
import static lab.measure.MadeUp.opposite;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import lab.exercise.Finding;
import lab.measure.Cost;
import lab.measure.Costs;
import lab.measure.MadeUp;
import lab.measure.Race;
import lab.measure.Race.Laps;
import lab.threads.Concurrency;
import lab.threads.Hogs;
import lab.threads.PoolSizes;
import lab.threads.PoolSizes.OneKind;
import org.junit.jupiter.api.Test;

class ThreadPoolsClaimsTest {

    private static final int CPUS = Runtime.getRuntime().availableProcessors();

    @Test
    void aThreadOfTheJvmIsNoWorkerOfNode() {
        assertThat(worker(ofMillis(40)).outcome()).isEqualTo(HOLDS);
        assertThat(worker(ofMillis(5)).outcome()).isEqualTo(HOLDS_IF);
        assertThat(worker(ofNanos(90_000)).outcome()).isEqualTo(DOES_NOT_HOLD);
        assertThat(worker(ofNanos(90_000)).came()).containsExactly('c');
        assertThat(worker(ofMillis(5)).came()).containsExactly('b');
        assertThat(worker(ofMillis(53), ofMillis(52)).outcome())
                .as("a task that takes long is not a thread that starts slowly")
                .isEqualTo(DOES_NOT_HOLD);
    }

    private static Finding worker(Duration platform) {
        return worker(platform, ofNanos(6_000));
    }

    private static Finding worker(Duration platform, Duration pooled) {
        return ThreadPoolsClaims.newWorker(
                new Costs(
                        List.of(
                                cost("a new JVM", ofMillis(80)),
                                cost("a new platform thread", platform),
                                cost("a new virtual thread", ofNanos(13_000)),
                                cost("a thread of a pool", pooled))));
    }

    private static Cost cost(String name, Duration warm) {
        return new Cost(name, warm, warm);
    }

    @Test
    void computingNeedsAsManyThreadsAsCpus() {
        assertThat(computing(2, 100, 51, 50).outcome()).isEqualTo(HOLDS);
        assertThat(computing(2, 100, 51, 50).came()).containsExactly('b');
        assertThat(computing(2, 100, 51, 25).outcome()).isEqualTo(DOES_NOT_HOLD);
        assertThat(computing(2, 100, 51, 25).came()).containsExactly('a');
        assertThat(computing(2, 100, 95, 94).outcome()).isEqualTo(INCONCLUSIVE);
        assertThat(computing(2, 100, 95, 94).lesson()).contains("no other program");
        assertThat(computing(2, 100, 95, 94).came()).isEmpty();
    }

    @Test
    void withOneCpuOneThreadIsEnough() {
        var one = computing(1, 100, 100, 101);

        assertThat(one.outcome()).isEqualTo(HOLDS);
        assertThat(one.lesson()).contains("one thread is enough");
    }

    @Test
    void withoutAPoolAsLargeAsTheMachineNothingIsSaid() {
        var large = computing(16, 100, 51, 25);

        assertThat(large.outcome()).isEqualTo(INCONCLUSIVE);
        assertThat(large.lesson()).contains("pools of 1, of 16 and of 32 threads or more");
    }

    @Test
    void tasksThatDoNotRunSideBySideAreNotBlamedOnOtherPrograms() {
        var locked =
                new PoolSizes(
                        List.of(
                                new OneKind(
                                        "computing",
                                        race(100, 99, 98),
                                        Map.of(1, 0.95, 2, 0.94, 8, 0.94))),
                        2);

        assertThat(ThreadPoolsClaims.asManyAsCpus(locked).lesson())
                .isEqualTo(
                        "these tasks kept only 0.940 of 2 CPUs busy: are there too few of them, or"
                                + " do they wait for a lock?");
    }

    private static Finding computing(int cpus, double one, double two, double eight) {
        return ThreadPoolsClaims.asManyAsCpus(sizes(cpus, "computing", one, two, eight));
    }

    @Test
    void tasksThatWaitNeedThreads() {
        assertThat(waiting(100, 50, 12).outcome()).isEqualTo(DOES_NOT_HOLD);
        var opposite = ThreadPoolsClaims.threadsForWaiting(sizes(2, "waiting", 100, 50, 12));
        assertThat(opposite.outcome()).isEqualTo(HOLDS_IF);
        assertThat(opposite.here()).isEqualTo(waiting(100, 50, 12).here());
        assertThat(waiting(100, 100, 99).outcome()).isEqualTo(HOLDS_IF);
        assertThat(waiting(100, 100, 99).lesson()).contains("the same lock");
        assertThat(ThreadPoolsClaims.threadsForWaiting(sizes(2, "waiting", 100, 100, 99)).outcome())
                .isEqualTo(DOES_NOT_HOLD);
        assertThat(waiting(100, 70, 50).outcome()).isEqualTo(INCONCLUSIVE);
    }

    @Test
    void tasksThatComputeOrAPoolThatIsMissingDoNotJudgeTasksThatWait() {
        var computing = new OneKind("waiting", race(100, 51, 50), Map.of(1, 1.0, 2, 1.9, 8, 1.9));
        var without1 =
                new OneKind(
                        "waiting",
                        new Race(
                                List.of(laps("32 threads", 10), laps("64 threads", 10)),
                                ofMillis(100),
                                0.03,
                                List.of()),
                        Map.of(32, 0.1, 64, 0.1));

        assertThat(ThreadPoolsClaims.noUseForWaiting(new PoolSizes(List.of(computing), 2)).lesson())
                .startsWith("these tasks compute");
        assertThat(ThreadPoolsClaims.noUseForWaiting(new PoolSizes(List.of(without1), 2)).lesson())
                .contains("needs a pool of 1 thread");
    }

    private static Finding waiting(double one, double two, double eight) {
        return ThreadPoolsClaims.noUseForWaiting(sizes(2, "waiting", one, two, eight));
    }

    private static PoolSizes sizes(int cpus, String kind, double one, double two, double eight) {
        var cores =
                kind.equals("waiting")
                        ? Map.of(1, 0.05, 2, 0.05, 8, 0.1)
                        : Map.of(1, 1.0, 2, 2.0, 8, 2.0);
        return new PoolSizes(List.of(new OneKind(kind, race(one, two, eight), cores)), cpus);
    }

    private static Race race(double one, double two, double eight) {
        var all = List.of(laps("1 thread", one), laps("2 threads", two), laps("8 threads", eight));
        return new Race(all, ofMillis(100), 0.03, List.of());
    }

    @Test
    void aHiddenPoolDecidesHowManyRunAtOnce() {
        assertThat(hidden(16, 4, 16).outcome()).isEqualTo(HOLDS_IF);
        assertThat(hidden(16, 4, 4).outcome()).isEqualTo(DOES_NOT_HOLD);
        assertThat(hidden(3, 3, 3).outcome()).isEqualTo(INCONCLUSIVE);
        assertThat(hidden(16, 4, 2).outcome()).as("another size, fewer").isEqualTo(HOLDS_IF);
        assertThat(hidden(16, 2, 1).lesson()).startsWith("the tasks end too soon");
        assertThat(hidden(16, 4, 16).here())
                .startsWith("at most 4 of 16 tasks ran at once with 4 workers, 16 with 16");
    }

    @Test
    void whatTheCommonPoolRanAtOnceDecidesThePrediction() {
        assertThat(hidden(16, 4, 16).came()).containsExactly('c');
        assertThat(ThreadPoolsClaims.hiddenPool(hidden(CPUS + 8, CPUS + 8, 4, 16)).came())
                .containsExactly('a');
        assertThat(ThreadPoolsClaims.hiddenPool(hidden(CPUS + 8, 4, 4, 16)).came())
                .as("with four CPUs or more it is also as many as the CPUs")
                .contains('b');
        assertThat(ThreadPoolsClaims.hiddenPool(hidden(CPUS + 8, CPUS + 5, 4, 16)).came())
                .isEmpty();
    }

    private static Finding hidden(int tasks, int four, int sixteen) {
        return ThreadPoolsClaims.hiddenPool(hidden(tasks, 1, four, sixteen));
    }

    private static Concurrency hidden(int tasks, int common, int four, int sixteen) {
        return new Concurrency(
                List.of(
                        run("common pool", tasks, common),
                        run("Vert.x, 4 workers", tasks, four),
                        run("Vert.x, 16 workers", tasks, sixteen)));
    }

    private static Concurrency.Run run(String name, int tasks, int most) {
        return new Concurrency.Run(name, tasks, tasks, most, ofMillis(50));
    }

    @Test
    void virtualThreadsThatComputeOnEveryCarrierBlockAllOthers() {
        assertThat(hogs(2, 0, 50).outcome()).isEqualTo(HOLDS_IF);
        assertThat(hogs(2, 0, 50).came()).containsExactly('c');
        assertThat(hogs(1, 50, 50).outcome()).isEqualTo(DOES_NOT_HOLD);
        assertThat(hogs(1, 50, 50).lesson()).contains("a carrier was left");
        assertThat(hogs(2, 50, 50).lesson()).contains("nothing that computes");
        assertThat(hogs(2, 0, 49).outcome()).isEqualTo(INCONCLUSIVE);
        var one = new Hogs(List.of(new Hogs.Run("virtual threads", 1, 50, 50)), 2);
        assertThat(ThreadPoolsClaims.oneBlocksAll(one).lesson()).contains("both kinds");
    }

    private static Finding hogs(int hogs, int besideVirtual, int besidePlatform) {
        return ThreadPoolsClaims.oneBlocksAll(
                new Hogs(
                        List.of(
                                new Hogs.Run("virtual threads", hogs, besideVirtual, 50),
                                new Hogs.Run("platform threads", hogs, besidePlatform, 50)),
                        2));
    }

    @Test
    void sharingSavesTheCopy() {
        assertThat(sharing(1, 1.2, 5, 20).outcome())
                .as("memory outside the heap is no copy")
                .isEqualTo(HOLDS);
        assertThat(sharing(1, 1.2, 1.1, 20).outcome()).isEqualTo(DOES_NOT_HOLD);
        assertThat(sharing(1, 1.2, 1.995, 20).outcome()).isEqualTo(INCONCLUSIVE);
    }

    @Test
    void sharingIsJudgedByNamesAndNotByTheOrder() {
        assertThat(ThreadPoolsClaims.sharing(pair(opposite("copied", 5), laps("shared", 1))))
                .satisfies(finding -> assertThat(finding.outcome()).isEqualTo(HOLDS))
                .satisfies(finding -> assertThat(finding.here()).contains("copied takes ×5"));
        assertThat(
                        ThreadPoolsClaims.sharing(
                                        pair(laps("shared", 1), laps("outside the heap", 1)))
                                .outcome())
                .isEqualTo(INCONCLUSIVE);
    }

    private static Race pair(Laps one, Laps other) {
        return MadeUp.race(one, other);
    }

    private static Finding sharing(double... millis) {
        return ThreadPoolsClaims.sharing(
                MadeUp.race(
                        laps("shared", millis[0]),
                        laps("outside the heap", millis[1]),
                        opposite("copied", millis[2]),
                        laps("serialised", millis[3])));
    }
}
