package lab.course.eventloopstalls;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static lab.exercise.Finding.doesNotHold;
import static lab.exercise.Finding.holds;
import static lab.exercise.Finding.holdsIf;
import static lab.exercise.Finding.inconclusive;
import static lab.exercise.Prediction.choice;

import java.time.Duration;
import java.util.List;
import lab.eventloop.Bursts;
import lab.eventloop.Bursts.Burst;
import lab.eventloop.Stall;
import lab.eventloop.Stalls;
import lab.exercise.Finding;
import lab.measure.Latency;
import lab.measure.Millis;
import lab.measure.Text;

/** What stalls of the loop, and their cures, say about the guides' claims. */
final class StallClaims {

    private static final Duration QUIET = Duration.ofMillis(50);

    /** A wait of this many milliseconds is most of the job of half a second. */
    private static final double LONG_MILLIS = 250;

    /** Who waits for one other task takes twice as long. */
    private static final double QUEUED = 1.6;

    private StallClaims() {}

    static Finding blockedLoop(Stalls stalls) {
        var calm = stalls.at("/fast").fast();
        var stalled = stalls.at("/sleep").fast();
        double p99 = Millis.of(stalled.p99());
        String here =
                "stalls of %s take p99 of /fast from %s to %s, p50 from %s to %s"
                        .formatted(
                                Text.of(stalls.at("/sleep").requests().p50()),
                                Text.of(calm.p99()),
                                Text.of(stalled.p99()),
                                Text.of(calm.p50()),
                                Text.of(stalled.p50()));
        if (waitFarLonger(stalls.at("/sleep"), stalls.at("/fast"))) {
            return holdsIf(here, "for requests that arrive during a stall")
                    .bearingOut(choice("02.1", p99));
        }
        return p99 < 10
                ? doesNotHold(here, "the stalls delayed no request").bearingOut(choice("02.1", p99))
                : inconclusive(here, "clients wait about as long without the stalls");
    }

    /** What a kind of work did to the clients of {@code /fast}. */
    private enum Effect {
        DELAYED,
        NOT_DELAYED,
        AS_WITHOUT_IT
    }

    /** Every kind of work must delay somebody, for much longer than anyone waits without it. */
    static Finding everyoneWaits(Stalls stalls) {
        var calm = stalls.at("/fast").clients().service().max();
        var paths =
                stalls.all().stream()
                        .filter(stall -> !stall.path().equals("/fast"))
                        .collect(
                                groupingBy(
                                        stall -> effect(stall, calm),
                                        mapping(Stall::path, toList())));
        var delaying = paths.getOrDefault(Effect.DELAYED, List.of());
        var harmless = paths.getOrDefault(Effect.NOT_DELAYED, List.of());
        var open = paths.getOrDefault(Effect.AS_WITHOUT_IT, List.of());
        String here =
                "delayed /fast for most of their time: %s%s"
                        .formatted(
                                delaying,
                                open.isEmpty() ? "" : "; no longer than a calm loop: " + open);
        if (!harmless.isEmpty()) {
            return doesNotHold(here + "; no delay by " + harmless, "");
        }
        return delaying.size() > open.size()
                ? holds(here, "every client of the loop waits")
                : inconclusive(here, "clients wait about as long without this work");
    }

    private static Effect effect(Stall stall, Duration calm) {
        if (stall.fast().max().multipliedBy(2).compareTo(stall.requests().p50()) < 0) {
            return Effect.NOT_DELAYED;
        }
        // From when it was sent: a pause of this JVM makes the generator late, too.
        var waited = stall.clients().service().max();
        return waited.compareTo(calm.multipliedBy(2)) >= 0 ? Effect.DELAYED : Effect.AS_WITHOUT_IT;
    }

    static Finding offloading(Stalls stalls) {
        var blocked = stalls.at("/hash").fast();
        var free = stalls.at("/hash-elsewhere").fast();
        String here =
                "p99 of /fast is %s with the hash on the loop, %s with it on a worker;"
                                .formatted(Text.of(blocked.p99()), Text.of(free.p99()))
                        + " the client that wanted the hash waits %s and %s"
                                .formatted(
                                        Text.of(stalls.at("/hash").requests().p50()),
                                        Text.of(stalls.at("/hash-elsewhere").requests().p50()));
        if (waitFarLonger(stalls.at("/hash"), stalls.at("/hash-elsewhere"))) {
            return holds(here, "only the clients that wanted the hash wait for it");
        }
        if (blocked.p99().compareTo(QUIET) < 0) {
            return inconclusive(here, "the hash on the loop delayed no request for long");
        }
        return free.p99().compareTo(blocked.p99()) >= 0
                ? doesNotHold(here, "the worker delays the loop just as much")
                : inconclusive(here, "the difference is less than a factor of 2");
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
        double ordered = Millis.of(burst(bursts, "ordered, 4 workers").time());
        double four = Millis.of(burst(bursts, "unordered, 4 workers").time());
        double sixteen = Millis.of(burst(bursts, "unordered, 16 workers").time());
        int tasks = burst(bursts, "unordered, 4 workers").tasks();
        String here =
                "%d tasks: ordered %s ms, 4 workers %s ms, 16 workers %s ms"
                        .formatted(tasks, Text.of(ordered), Text.of(four), Text.of(sixteen));
        if (tasks < 16) {
            return inconclusive(
                    here,
                    ("you changed the experiment (%d tasks instead of 16):"
                                    + " not judged against the guide")
                            .formatted(tasks));
        }
        var came = choice("02.4", ordered);
        if (four < 1.2 * sixteen) {
            return doesNotHold(here, "16 workers were no faster than 4").bearingOut(came);
        }
        if (four <= 2 * sixteen) {
            return inconclusive(here, "16 workers were not clearly faster than 4; run it again");
        }
        return (ordered > 2 * four
                        ? holdsIf(here, "if the tasks need not stay in order")
                        : holds(here, "in any order"))
                .bearingOut(came);
    }

    private static Burst burst(Bursts bursts, String name) {
        if (!bursts.all().containsKey(name)) {
            throw new IllegalArgumentException(
                    "claim C25 needs a burst named \"%s\"; there are %s"
                            .formatted(name, bursts.all().keySet()));
        }
        return bursts.all().get(name);
    }

    /** The pool is full when its clients queue for it while the loop itself is on time. */
    static Finding idleYetSlow(Stall stall) {
        var lag = stall.lag().latency().p99();
        var fastest = stall.requests().curve().getFirst().latency();
        var slowest = stall.requests().max();
        String here =
                "lag p99 %s; of %d requests at once the fastest took %s, the slowest %s"
                        .formatted(
                                Text.of(lag),
                                stall.requests().count(),
                                Text.of(fastest),
                                Text.of(slowest));
        if (lag.compareTo(QUIET) >= 0) {
            return inconclusive(here, "the loop was late as well; run the cell again");
        }
        return Millis.of(slowest) > QUEUED * Millis.of(fastest)
                ? holds(here, "watch the pool's queue, not only the loop")
                : doesNotHold(here, "there was a worker for every task");
    }

    static Finding slices(Stalls stalls) {
        double timer = Millis.of(stalls.at("/by-timer").fast().p50());
        double context = Millis.of(stalls.at("/by-context").fast().p50());
        String here =
                "p50 of /fast is %s ms while slices are chained by a timer, %s ms by runOnContext"
                        .formatted(Text.of(timer), Text.of(context));
        var byTimer = stalls.at("/by-timer");
        var byContext = stalls.at("/by-context");
        if (isFarBetter(timer, context) && waitFarLonger(byContext, byTimer)) {
            return holdsIf(here, "by a timer; runOnContext is not Node's setImmediate")
                    .bearingOut('b');
        }
        if (isFarBetter(context, timer) && waitFarLonger(byTimer, byContext)) {
            return holdsIf(here, "by runOnContext, not by a timer").bearingOut('c');
        }
        if (Math.max(timer, context) < Millis.of(QUIET)) {
            return holds(here, "both ways, in this run").bearingOut('a');
        }
        return Math.min(timer, context) > LONG_MILLIS
                ? doesNotHold(here, "neither way lets requests through")
                : inconclusive(here, "neither clearly short nor clearly long; run the cell again");
    }

    private static boolean isFarBetter(double one, double other) {
        return one < Millis.of(QUIET) && other > 3 * one;
    }
}
