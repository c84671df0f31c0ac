package lab.course.eventloopstalls;

import static java.time.Duration.ofMillis;
import static lab.course.eventloopstalls.MadeUp.lag;
import static lab.course.eventloopstalls.MadeUp.latency;
import static lab.course.eventloopstalls.MadeUp.requesting;
import static lab.course.eventloopstalls.MadeUp.stall;
import static lab.course.eventloopstalls.MadeUp.times;
import static lab.exercise.Finding.Outcome.DOES_NOT_HOLD;
import static lab.exercise.Finding.Outcome.HOLDS;
import static lab.exercise.Finding.Outcome.HOLDS_IF;
import static lab.exercise.Finding.Outcome.INCONCLUSIVE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.TreeMap;
import lab.eventloop.Bursts;
import lab.eventloop.Bursts.Burst;
import lab.eventloop.Stall;
import lab.eventloop.Stalls;
import lab.exercise.Finding;
import lab.load.LoadResult;
import lab.measure.Latency;
import org.junit.jupiter.api.Test;

/** Verdicts on stalls from made-up results. */
class StallClaimsTest {

    @Test
    void aBlockedLoopIsComparedWithAnIdleOne() {
        var calm = requesting("/fast", ofMillis(2));
        var noisy = requesting("/fast", ofMillis(150));
        var asleep = requesting("/sleep", ofMillis(200));

        assertThat(StallClaims.blockedLoop(Stalls.of(calm, asleep)).outcome()).isEqualTo(HOLDS_IF);
        assertThat(StallClaims.blockedLoop(Stalls.of(calm, asleep)).came()).containsExactly('b');
        assertThat(StallClaims.blockedLoop(Stalls.of(noisy, asleep)).outcome())
                .isEqualTo(INCONCLUSIVE);
        assertThat(StallClaims.blockedLoop(Stalls.of(noisy, asleep)).came()).isEmpty();
        var harmless =
                StallClaims.blockedLoop(
                        Stalls.of(calm, blocked("/sleep", latency(110), times(5, ofMillis(200)))));
        assertThat(harmless.outcome()).isEqualTo(DOES_NOT_HOLD);
        assertThat(harmless.came()).containsExactly('a');
    }

    @Test
    void stallsThatFewerThanOneInAHundredRequestsMeetAreReportedByTheMaximum() {
        var calm = requesting("/fast", ofMillis(2));
        var rarely = blocked("/sleep", latency(300, ofMillis(20)), ofMillis(20));
        var briefly = blocked("/sleep", latency(90, times(20, ofMillis(3))), ofMillis(3));

        assertThat(StallClaims.blockedLoop(Stalls.of(calm, rarely)))
                .satisfies(finding -> assertThat(finding.outcome()).isEqualTo(HOLDS_IF))
                .satisfies(finding -> assertThat(finding.lesson()).endsWith("waited 20.0 ms"))
                .satisfies(finding -> assertThat(finding.came()).isEmpty());
        assertThat(StallClaims.blockedLoop(Stalls.of(calm, briefly)).outcome())
                .isEqualTo(INCONCLUSIVE);
    }

    @Test
    void stallsThatQueueUpDelayMostRequests() {
        var calm = requesting("/fast", ofMillis(2));
        var crowd = always("/sleep", ofMillis(900));

        assertThat(StallClaims.blockedLoop(Stalls.of(calm, crowd)).lesson())
                .isEqualTo("for most requests: the stalls queue up");
        assertThat(
                        StallClaims.blockedLoop(
                                        Stalls.of(calm, requesting("/sleep", ofMillis(200))))
                                .lesson())
                .isEqualTo("for requests that arrive during a stall");
    }

    /** The loop is as late as the longest of these requests takes. */
    private static Stall blocked(String path, Latency fast, Duration... requests) {
        return stall(path, fast, lag(100, requests[0].toMillis()), latency(0, requests));
    }

    @Test
    void measurementsOfALateGeneratorAreInconclusive() {
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

    /** Clients that waited 200 ms, mostly because the generator itself started late. */
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
    void workThatDelaysNoRequestIsReported() {
        var calm = requesting("/fast", ofMillis(5));
        var shared = requesting("/hash", ofMillis(100));
        var lost = requesting("/json", ofMillis(8));
        var idle = blocked("/idle", latency(100), times(5, ofMillis(100)));
        var away = stall("/away", latency(100), lag(100, 1), latency(0, ofMillis(100)));

        assertThat(StallClaims.everyoneWaits(Stalls.of(calm, shared)).outcome()).isEqualTo(HOLDS);
        assertThat(StallClaims.everyoneWaits(Stalls.of(calm, lost)))
                .satisfies(finding -> assertThat(finding.outcome()).isEqualTo(INCONCLUSIVE))
                .satisfies(finding -> assertThat(finding.here()).contains("calm loop: [/json]"));
        assertThat(StallClaims.everyoneWaits(Stalls.of(calm, shared, idle)))
                .satisfies(finding -> assertThat(finding.outcome()).isEqualTo(DOES_NOT_HOLD))
                .satisfies(finding -> assertThat(finding.here()).contains("no delay by: [/idle]"));
        assertThat(StallClaims.everyoneWaits(Stalls.of(calm, shared, away)))
                .satisfies(finding -> assertThat(finding.outcome()).isEqualTo(HOLDS))
                .satisfies(
                        finding ->
                                assertThat(finding.here())
                                        .contains("did not block the loop: [/away]"));
        assertThat(StallClaims.everyoneWaits(Stalls.of(calm, away)))
                .satisfies(finding -> assertThat(finding.outcome()).isEqualTo(INCONCLUSIVE))
                .satisfies(
                        finding ->
                                assertThat(finding.lesson())
                                        .contains("needs work that blocks the loop"));
    }

    @Test
    void offloadingIsJudgedByItsImprovement() {
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
    void slicesAreJudgedByWhichVariantServesOtherRequests() {
        assertThat(slices(4, 150).outcome()).isEqualTo(HOLDS_IF);
        assertThat(slices(4, 150).came()).containsExactly('b');
        assertThat(slices(4, 6).came()).containsExactly('a');
        assertThat(slices(45, 90).outcome()).isEqualTo(INCONCLUSIVE);
        assertThat(slices(45, 90).came()).isEmpty();
        assertThat(StallClaims.slices(Stalls.of(always("/by-timer", ofMillis(4)), rarely())))
                .as("one job blocks the loop for its whole length, half of the clients never")
                .satisfies(finding -> assertThat(finding.came()).containsExactly('b'));
        assertThat(slices(150, 4).outcome()).isEqualTo(HOLDS_IF);
        assertThat(slices(150, 4).came()).containsExactly('c');
        assertThat(slices(400, 450).outcome()).isEqualTo(DOES_NOT_HOLD);
    }

    private static Stall rarely() {
        return stall(
                "/by-context",
                latency(90, times(10, ofMillis(400))),
                lag(100, 1),
                latency(0, ofMillis(500)));
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
    void aPoolThatServesAllRequestsAtOnceIsNotFull() {
        var queued = latency(0, ofMillis(200), ofMillis(400), ofMillis(800));
        var full = stall("/disk", latency(100), lag(100, 1), queued);
        var roomy =
                stall("/disk", latency(100), lag(100, 1), latency(0, ofMillis(201), ofMillis(230)));
        var few =
                stall("/disk", latency(100), lag(100, 1), latency(0, ofMillis(50), ofMillis(101)));
        var busy = stall("/disk", latency(100), lag(10, 90), queued);

        assertThat(StallClaims.idleYetSlow(full).outcome()).isEqualTo(HOLDS);
        assertThat(StallClaims.idleYetSlow(few).outcome()).isEqualTo(HOLDS);
        assertThat(StallClaims.idleYetSlow(few).here())
                .contains("of 2 requests at once the fastest took 50.0 ms, the slowest 101 ms");
        assertThat(StallClaims.idleYetSlow(roomy).outcome()).isEqualTo(DOES_NOT_HOLD);
        assertThat(StallClaims.idleYetSlow(busy).outcome()).isEqualTo(INCONCLUSIVE);
    }

    @Test
    void aFullPoolIsABottleneckOnlyIfMoreWorkersHelp() {
        assertThat(StallClaims.hiddenPool(bursts(3_200, 800, 200)).outcome()).isEqualTo(HOLDS_IF);
        assertThat(StallClaims.hiddenPool(bursts(3_200, 800, 200)).came()).containsExactly('c');
        assertThat(StallClaims.hiddenPool(bursts(820, 800, 200)).outcome()).isEqualTo(HOLDS_IF);
        assertThat(StallClaims.hiddenPool(bursts(820, 800, 200)).lesson())
                .isEqualTo("if the tasks wait");
        assertThat(StallClaims.hiddenPool(bursts(820, 200, 50)).came())
                .as("other tasks than the ones in the question")
                .isEmpty();
        assertThat(StallClaims.hiddenPool(bursts(3_200, 800, 700)).outcome())
                .isEqualTo(DOES_NOT_HOLD);
        assertThat(StallClaims.hiddenPool(bursts(3_200, 800, 500)).outcome())
                .isEqualTo(INCONCLUSIVE);
        assertThat(StallClaims.hiddenPool(bursts(3_200, 800, 500)).came()).isEmpty();
    }

    @Test
    void withFewerTasksThanWorkersTheFindingSaysThatTheExperimentChanged() {
        var finding = StallClaims.hiddenPool(bursts(8, 400, 100, 50));

        assertThat(finding.outcome()).isEqualTo(INCONCLUSIVE);
        assertThat(finding.here()).startsWith("8 tasks: ordered 400 ms");
        assertThat(finding.lesson()).contains("you changed the experiment (8 tasks instead of 16)");
    }

    private static Bursts bursts(long ordered, long four, long sixteen) {
        return bursts(16, ordered, four, sixteen);
    }

    private static Bursts bursts(int tasks, long ordered, long four, long sixteen) {
        var all = new LinkedHashMap<String, Burst>();
        all.put("ordered, 4 workers", new Burst(tasks, ofMillis(ordered)));
        all.put("unordered, 4 workers", new Burst(tasks, ofMillis(four)));
        all.put("unordered, 16 workers", new Burst(tasks, ofMillis(sixteen)));
        return new Bursts(all);
    }
}
