package lab.course.eventloopstalls;

import static java.time.Duration.ofMillis;
import static lab.exercise.Finding.Outcome.DOES_NOT_HOLD;
import static lab.exercise.Finding.Outcome.HOLDS;
import static lab.exercise.Finding.Outcome.HOLDS_IF;
import static lab.exercise.Finding.Outcome.INCONCLUSIVE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.LongStream;
import lab.eventloop.Bursts;
import lab.eventloop.Lag;
import lab.eventloop.Onlookers;
import lab.eventloop.Stall;
import lab.eventloop.Stalls;
import lab.exercise.Finding;
import lab.load.LoadResult;
import lab.load.Model;
import lab.measure.Latency;
import lab.measure.Samples;
import lab.measure.Timeline.Sample;
import org.junit.jupiter.api.Test;

/** Verdicts from results made by hand: what would turn each of them. */
class ClaimsTest {

    private static final Duration EVERY = ofMillis(10);

    /** So many samples of 1 ms, and then these. */
    private static Latency latency(int usual, Duration... more) {
        var samples = new Samples();
        LongStream.range(0, usual).forEach(i -> samples.record(ofMillis(1)));
        List.of(more).forEach(samples::record);
        return samples.latency();
    }

    private static Lag lag(int usual, double longest) {
        var samples = new ArrayList<Sample>();
        for (int i = 0; i < usual; i++) {
            samples.add(new Sample(EVERY.multipliedBy(i), 0.5));
        }
        var end = EVERY.multipliedBy(usual).plusMillis((long) longest);
        samples.add(new Sample(end, longest));
        return Lag.of(EVERY, samples);
    }

    private static Stall stall(String path, Latency fast, Lag lag, Latency visits) {
        var clients =
                new LoadResult(
                        "/fast",
                        new Model.Open(100),
                        Duration.ofSeconds(3),
                        fast,
                        fast,
                        latency(1),
                        new TreeMap<>(),
                        Optional.empty());
        return new Stall(path, clients, lag, visits);
    }

    private static Stall requesting(String path, Duration wait) {
        return stall(path, latency(90, times(20, wait)), lag(100, 1), latency(0, times(5, wait)));
    }

    private static Duration[] times(int count, Duration each) {
        var all = new Duration[count];
        Arrays.fill(all, each);
        return all;
    }

    @Test
    void aHeldLoopHoldsOnlyAgainstACalmOne() {
        var calm = requesting("/fast", ofMillis(2));
        var noisy = requesting("/fast", ofMillis(150));
        var asleep = requesting("/sleep", ofMillis(200));

        assertThat(StallClaims.blockedLoop(Stalls.of(calm, asleep)).outcome()).isEqualTo(HOLDS_IF);
        assertThat(StallClaims.blockedLoop(Stalls.of(calm, asleep)).came()).containsExactly('b');
        assertThat(StallClaims.blockedLoop(Stalls.of(noisy, asleep)).outcome())
                .isEqualTo(INCONCLUSIVE);
        assertThat(StallClaims.blockedLoop(Stalls.of(noisy, asleep)).came()).isEmpty();
        var harmless = StallClaims.blockedLoop(Stalls.of(calm, requesting("/sleep", ofMillis(3))));
        assertThat(harmless.outcome()).isEqualTo(DOES_NOT_HOLD);
        assertThat(harmless.came()).containsExactly('a');
    }

    @Test
    void whatALateGeneratorMeasuredProvesNothing() {
        var calm = requesting("/fast", ofMillis(2));

        assertThat(StallClaims.blockedLoop(Stalls.of(calm, late("/sleep"))).outcome())
                .isEqualTo(INCONCLUSIVE);
        assertThat(StallClaims.everyoneWaits(Stalls.of(calm, late("/json"))).outcome())
                .isEqualTo(INCONCLUSIVE);
        assertThat(StallClaims.offloading(Stalls.of(late("/hash"), elsewhere())).outcome())
                .isEqualTo(INCONCLUSIVE);
    }

    private static Stall elsewhere() {
        return requesting("/hash-elsewhere", ofMillis(3));
    }

    /** Clients that waited 200 ms, most of it because the generator itself began late. */
    private static Stall late(String path) {
        var punctual = requesting(path, ofMillis(200));
        var clients = punctual.clients();
        var late =
                new LoadResult(
                        clients.target(),
                        clients.model(),
                        clients.time(),
                        clients.response(),
                        latency(1),
                        latency(0, ofMillis(150)),
                        new TreeMap<>(),
                        Optional.empty());
        return new Stall(path, late, punctual.lag(), punctual.requests());
    }

    @Test
    void aKindOfWorkThatSparesTheOthersIsNamed() {
        var calm = requesting("/fast", ofMillis(5));
        var shared = requesting("/hash", ofMillis(100));
        var lost = requesting("/json", ofMillis(8));
        var sparing =
                stall("/away", latency(100), lag(100, 1), latency(0, times(5, ofMillis(100))));

        assertThat(StallClaims.everyoneWaits(Stalls.of(calm, shared)).outcome()).isEqualTo(HOLDS);
        assertThat(StallClaims.everyoneWaits(Stalls.of(calm, lost)))
                .satisfies(finding -> assertThat(finding.outcome()).isEqualTo(INCONCLUSIVE))
                .satisfies(finding -> assertThat(finding.here()).contains("calm loop: [/json]"));
        assertThat(StallClaims.everyoneWaits(Stalls.of(calm, shared, sparing)))
                .satisfies(finding -> assertThat(finding.outcome()).isEqualTo(DOES_NOT_HOLD))
                .satisfies(finding -> assertThat(finding.here()).contains("no delay by [/away]"));
    }

    @Test
    void offloadingIsJudgedByHowMuchItHelps() {
        var on = requesting("/hash", ofMillis(100));

        assertThat(
                        StallClaims.offloading(
                                        Stalls.of(on, requesting("/hash-elsewhere", ofMillis(3))))
                                .outcome())
                .isEqualTo(HOLDS);
        assertThat(
                        StallClaims.offloading(
                                        Stalls.of(on, requesting("/hash-elsewhere", ofMillis(60))))
                                .outcome())
                .isEqualTo(INCONCLUSIVE);
        var useless = Stalls.of(on, requesting("/hash-elsewhere", ofMillis(110)));
        assertThat(StallClaims.offloading(useless).outcome()).isEqualTo(DOES_NOT_HOLD);
        var briefly = Stalls.of(requesting("/hash", ofMillis(5)), elsewhere());
        assertThat(StallClaims.offloading(briefly).outcome()).isEqualTo(INCONCLUSIVE);
    }

    @Test
    void lagThatIsHighAllTheTimeIsNoSingleOutage() {
        var once = stall("/block", latency(900, times(100, ofMillis(900))), lag(900, 1_000), null);
        var always =
                stall("/block", latency(10), Lag.of(EVERY, List.of(new Sample(EVERY, 900))), null);

        assertThat(LagClaims.alertOnP95(once).outcome()).isEqualTo(DOES_NOT_HOLD);
        assertThat(LagClaims.alertOnP95(once).came()).containsExactly('c');
        assertThat(LagClaims.alertOnP95(always).outcome()).isEqualTo(INCONCLUSIVE);
        assertThat(LagClaims.healthyBelowTen(once).outcome()).isEqualTo(DOES_NOT_HOLD);
        assertThat(LagClaims.healthyBelowTen(always).outcome()).isEqualTo(INCONCLUSIVE);
        assertThat(LagClaims.alertAboveHundred(once).outcome()).isEqualTo(HOLDS_IF);
        assertThat(LagClaims.sampling(once).outcome()).isEqualTo(HOLDS_IF);
        assertThat(LagClaims.drift(once).outcome()).isEqualTo(HOLDS);
    }

    @Test
    void anOutageThatThePercentilesDoShowConfirmsThem() {
        var fast = latency(900, times(100, ofMillis(900)));
        var seen = stall("/block", fast, lag(5, 1_000), null);

        assertThat(LagClaims.healthyBelowTen(seen).outcome()).isEqualTo(HOLDS);
        assertThat(LagClaims.alertOnP95(seen).outcome()).isEqualTo(HOLDS);
        assertThat(LagClaims.alertOnP95(seen).came()).containsExactly('a', 'b');
        assertThat(LagClaims.alertAboveHundred(seen).outcome()).isEqualTo(HOLDS);
        var alsoLate = new ArrayList<>(lag(900, 1_000).samples());
        for (int i = 0; i < 30; i++) {
            alsoLate.set(i, new Sample(alsoLate.get(i).at(), 40));
        }
        var noisy = stall("/block", fast, Lag.of(EVERY, alsoLate), null);
        assertThat(LagClaims.healthyBelowTen(noisy).outcome()).isEqualTo(INCONCLUSIVE);
    }

    @Test
    void aProbeThatKeepsSamplingOrSeesLessThanTheStallChangesTheVerdict() {
        var often = new ArrayList<>(lag(100, 1).samples());
        often.set(50, new Sample(often.get(50).at(), 900));
        var kept = stall("/block", latency(1), Lag.of(EVERY, often), null);
        var less = stall("/block", latency(1), silent(600), null);

        assertThat(LagClaims.sampling(kept).outcome()).isEqualTo(HOLDS);
        assertThat(LagClaims.drift(less).outcome()).isEqualTo(DOES_NOT_HOLD);
    }

    /** No sample for a second, after which the tick is only this late. */
    private static Lag silent(double late) {
        return Lag.of(
                EVERY, List.of(new Sample(EVERY, 0.5), new Sample(EVERY.plusMillis(1_000), late)));
    }

    @Test
    void aWatchdogThatWarnsOfAShortStallIsNotBelieved() {
        var right = new LinkedHashMap<>(Map.of(ofMillis(500), 0));
        right.put(ofMillis(1_500), 4);
        var wrong = new LinkedHashMap<>(Map.of(ofMillis(500), 2));

        assertThat(LagClaims.stuck(new Onlookers(right, 0, 1)).outcome()).isEqualTo(HOLDS_IF);
        assertThat(LagClaims.stuck(new Onlookers(wrong, 0, 1)).outcome()).isEqualTo(INCONCLUSIVE);
        var blind = new LinkedHashMap<>(Map.of(ofMillis(1_500), 0));
        assertThat(LagClaims.stuck(new Onlookers(blind, 0, 1)).outcome()).isEqualTo(DOES_NOT_HOLD);
    }

    @Test
    void anObserverOfMarksMustHearOfAMarkBeforeItsSilenceCounts() {
        var none = new LinkedHashMap<Duration, Integer>();

        assertThat(LagClaims.observedMarks(new Onlookers(none, 0, 1)).outcome())
                .isEqualTo(DOES_NOT_HOLD);
        assertThat(LagClaims.observedMarks(new Onlookers(none, 2, 1)).outcome()).isEqualTo(HOLDS);
        assertThat(LagClaims.observedMarks(new Onlookers(none, 0, 0)).outcome())
                .isEqualTo(INCONCLUSIVE);
    }

    @Test
    void aLoopThatWasNeverHeldTellsNothingOfAlerts() {
        var calm = stall("/block", latency(900), lag(900, 1), null);

        assertThat(LagClaims.healthyBelowTen(calm).outcome()).isEqualTo(INCONCLUSIVE);
        assertThat(LagClaims.alertOnP95(calm).outcome()).isEqualTo(INCONCLUSIVE);
        assertThat(LagClaims.alertOnP95(calm).came()).isEmpty();
        assertThat(LagClaims.alertAboveHundred(calm).outcome()).isEqualTo(INCONCLUSIVE);
        assertThat(LagClaims.sampling(calm).outcome()).isEqualTo(INCONCLUSIVE);
        assertThat(LagClaims.drift(calm).outcome()).isEqualTo(INCONCLUSIVE);
    }

    @Test
    void slicesAreJudgedByWhichWayLetsRequestsThrough() {
        assertThat(slices(4, 150).outcome()).isEqualTo(HOLDS_IF);
        assertThat(slices(4, 150).came()).containsExactly('b');
        assertThat(slices(4, 6).came()).containsExactly('a');
        assertThat(slices(45, 90).outcome()).isEqualTo(INCONCLUSIVE);
        assertThat(slices(45, 90).came()).isEmpty();
        assertThat(slices(150, 4).outcome()).isEqualTo(HOLDS_IF);
        assertThat(slices(150, 4).came()).containsExactly('c');
        assertThat(slices(400, 450).outcome()).isEqualTo(DOES_NOT_HOLD);
    }

    private static Finding slices(long timer, long context) {
        return StallClaims.slices(
                Stalls.of(
                        always("/by-timer", ofMillis(timer)),
                        always("/by-context", ofMillis(context))));
    }

    private static Stall always(String path, Duration wait) {
        return stall(path, latency(0, times(50, wait)), lag(100, 1), latency(0, wait));
    }

    @Test
    void aPoolWithRoomForAllIsNotFull() {
        var full = stall("/disk", latency(100), lag(100, 1), latency(0, ofMillis(800)));
        var roomy = stall("/disk", latency(100), lag(100, 1), latency(0, ofMillis(210)));
        var busy = stall("/disk", latency(100), lag(10, 90), latency(0, ofMillis(800)));

        assertThat(StallClaims.idleYetSlow(full).outcome()).isEqualTo(HOLDS);
        assertThat(StallClaims.idleYetSlow(roomy).outcome()).isEqualTo(DOES_NOT_HOLD);
        assertThat(StallClaims.idleYetSlow(busy).outcome()).isEqualTo(INCONCLUSIVE);
    }

    @Test
    void aPoolIsHiddenOnlyWhereMoreWorkersHelp() {
        assertThat(StallClaims.hiddenPool(bursts(3_200, 800, 200)).outcome()).isEqualTo(HOLDS_IF);
        assertThat(StallClaims.hiddenPool(bursts(3_200, 800, 200)).came()).containsExactly('c');
        assertThat(StallClaims.hiddenPool(bursts(820, 800, 200)).outcome()).isEqualTo(HOLDS);
        assertThat(StallClaims.hiddenPool(bursts(3_200, 800, 700)).outcome())
                .isEqualTo(DOES_NOT_HOLD);
        assertThat(StallClaims.hiddenPool(bursts(3_200, 800, 500)).outcome())
                .isEqualTo(INCONCLUSIVE);
        assertThat(StallClaims.hiddenPool(bursts(3_200, 800, 500)).came()).isEmpty();
    }

    private static Bursts bursts(long ordered, long four, long sixteen) {
        var times = new LinkedHashMap<String, Duration>();
        times.put("ordered, 4 workers", ofMillis(ordered));
        times.put("unordered, 4 workers", ofMillis(four));
        times.put("unordered, 16 workers", ofMillis(sixteen));
        return new Bursts(times);
    }
}
