package lab.course.eventloopstalls;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static lab.exercise.Finding.doesNotHold;
import static lab.exercise.Finding.holds;
import static lab.exercise.Finding.holdsIf;
import static lab.exercise.Finding.inconclusive;

import java.time.Duration;
import java.util.List;
import lab.eventloop.Bursts;
import lab.eventloop.Stall;
import lab.eventloop.Stalls;
import lab.exercise.Finding;
import lab.measure.Latency;
import lab.measure.Millis;
import lab.measure.Text;

/** What stalls of the loop, and their cures, say of the guides' claims. */
final class StallClaims {

    private static final Duration QUIET = Duration.ofMillis(50);

    private StallClaims() {}

    static Finding blockedLoop(Stalls stalls) {
        var calm = stalls.visiting("/fast").fast();
        var stalled = stalls.visiting("/sleep").fast();
        double p99 = Millis.of(stalled.p99());
        String here =
                "stalls of 200 ms take p99 of /fast from %s to %s, p50 from %s to %s"
                        .formatted(
                                Text.of(calm.p99()),
                                Text.of(stalled.p99()),
                                Text.of(calm.p50()),
                                Text.of(stalled.p50()));
        char came = p99 < 10 ? 'a' : p99 < 500 ? 'b' : 'c';
        return waitFarLonger(stalls.visiting("/sleep"), stalls.visiting("/fast"))
                ? holdsIf(here, "for requests that arrive during a stall").bearingOut(came)
                : inconclusive(here, "this machine stalls by itself; run the cell again");
    }

    /** What a kind of work did to the clients of {@code /fast}. */
    private enum Effect {
        KEPT_WAITING,
        SPARED,
        LOST_IN_NOISE
    }

    /**
     * Every kind of work must keep somebody waiting, far longer than anyone waits when all is calm.
     */
    static Finding everyoneWaits(Stalls stalls) {
        var calm = stalls.visiting("/fast").clients().service().max();
        var paths =
                stalls.all().stream()
                        .filter(stall -> !stall.path().equals("/fast"))
                        .collect(
                                groupingBy(
                                        stall -> effect(stall, calm),
                                        mapping(Stall::path, toList())));
        var kept = paths.getOrDefault(Effect.KEPT_WAITING, List.of());
        var spared = paths.getOrDefault(Effect.SPARED, List.of());
        var lost = paths.getOrDefault(Effect.LOST_IN_NOISE, List.of());
        String here =
                "kept /fast waiting for most of their time: %s%s"
                        .formatted(
                                kept,
                                lost.isEmpty() ? "" : "; lost in this machine's noise: " + lost);
        if (!spared.isEmpty()) {
            return doesNotHold(here + "; spared by " + spared, "");
        }
        return kept.size() > lost.size()
                ? holds(here, "whoever shares the loop waits")
                : inconclusive(here, "run the cell again on a quieter machine");
    }

    private static Effect effect(Stall stall, Duration calm) {
        if (stall.fast().max().multipliedBy(2).compareTo(stall.visits().p50()) < 0) {
            return Effect.SPARED;
        }
        // From when it was sent: a pause of this JVM makes the generator late, too.
        var waited = stall.clients().service().max();
        return waited.compareTo(calm.multipliedBy(2)) >= 0
                ? Effect.KEPT_WAITING
                : Effect.LOST_IN_NOISE;
    }

    static Finding offloading(Stalls stalls) {
        var blocked = stalls.visiting("/hash").fast();
        var free = stalls.visiting("/hash-elsewhere").fast();
        String here =
                "p99 of /fast is %s with the hash on the loop, %s with it on a worker;"
                                .formatted(Text.of(blocked.p99()), Text.of(free.p99()))
                        + " who asked for the hash waits %s and %s"
                                .formatted(
                                        Text.of(stalls.visiting("/hash").visits().p50()),
                                        Text.of(stalls.visiting("/hash-elsewhere").visits().p50()));
        return waitFarLonger(stalls.visiting("/hash"), stalls.visiting("/hash-elsewhere"))
                ? holds(here, "only those who asked for the hash wait for it")
                : inconclusive(here, "the machine was busy; run the cell again");
    }

    /**
     * Whether the p99 of one is at least twice the other's, both from when requests were meant to
     * start and from when they were sent: the generator may be late itself.
     */
    private static boolean waitFarLonger(Stall one, Stall other) {
        return isTwice(one.fast(), other.fast())
                && isTwice(one.clients().service(), other.clients().service());
    }

    private static boolean isTwice(Latency one, Latency other) {
        return one.p99().compareTo(other.p99().multipliedBy(2)) >= 0;
    }

    static Finding hiddenPool(Bursts bursts) {
        double ordered = Millis.of(time(bursts, "ordered, 4 workers"));
        double four = Millis.of(time(bursts, "unordered, 4 workers"));
        double sixteen = Millis.of(time(bursts, "unordered, 16 workers"));
        String here =
                "16 tasks of 200 ms: ordered %s ms, 4 workers %s ms, 16 workers %s ms"
                        .formatted(Text.of(ordered), Text.of(four), Text.of(sixteen));
        char came = ordered > 2_000 ? 'c' : ordered > 600 ? 'b' : 'a';
        if (four <= 2 * sixteen) {
            return inconclusive(here, "was the machine busy? run the cell again");
        }
        return (ordered > 2 * four
                        ? holdsIf(here, "if the tasks are not kept in order")
                        : holds(here, "in any order"))
                .bearingOut(came);
    }

    private static Duration time(Bursts bursts, String name) {
        if (!bursts.times().containsKey(name)) {
            throw new IllegalArgumentException(
                    "claim C25 needs a burst named \"%s\"; there are %s"
                            .formatted(name, bursts.times().keySet()));
        }
        return bursts.times().get(name);
    }

    /** The pool is full when the visitors queue for it, while the loop itself stays on time. */
    static Finding idleYetSlow(Stall stall) {
        var lag = stall.lag().latency().p99();
        String here =
                "lag p99 %s, yet the slowest visitor waited %s for 200 ms of work"
                        .formatted(Text.of(lag), Text.of(stall.visits().max()));
        boolean idle = lag.compareTo(QUIET) < 0;
        boolean slow = Millis.of(stall.visits().max()) > 3 * 200;
        if (!idle) {
            return inconclusive(here, "run the cell again on a quieter machine");
        }
        return slow
                ? holds(here, "watch the pool's queue, not only the loop")
                : doesNotHold(here, "there were workers for all");
    }

    static Finding slices(Stalls stalls) {
        double timer = Millis.of(stalls.visiting("/by-timer").fast().p50());
        double context = Millis.of(stalls.visiting("/by-context").fast().p50());
        String here =
                "p50 of /fast is %s ms while slices are chained by a timer, %s ms by runOnContext"
                        .formatted(Text.of(timer), Text.of(context));
        if (timer < Millis.of(QUIET)
                && context > 3 * timer
                && waitFarLonger(stalls.visiting("/by-context"), stalls.visiting("/by-timer"))) {
            return holdsIf(here, "by a timer; runOnContext is no setImmediate").bearingOut('b');
        }
        return Math.max(timer, context) < Millis.of(QUIET)
                ? holds(here, "both ways, in this run").bearingOut('a')
                : inconclusive(here, "the machine was busy; run the cell again");
    }
}
