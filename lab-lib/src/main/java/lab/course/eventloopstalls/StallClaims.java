package lab.course.eventloopstalls;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static lab.exercise.Finding.doesNotHold;
import static lab.exercise.Finding.holds;
import static lab.exercise.Finding.holdsIf;
import static lab.exercise.Finding.inconclusive;
import static lab.exercise.Prediction.choice;

import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
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

    private static final Character[] NONE = {};

    private StallClaims() {}

    static Finding blockedLoop(Stalls stalls) {
        var calm = stalls.at("/fast");
        var asleep = stalls.at("/sleep");
        String here =
                ("requests to /sleep take %s (p50); they raise p99 of /fast from %s to %s,"
                                + " p50 from %s to %s")
                        .formatted(
                                Text.of(asleep.requests().p50()),
                                Text.of(calm.fast().p99()),
                                Text.of(asleep.fast().p99()),
                                Text.of(calm.fast().p50()),
                                Text.of(asleep.fast().p50()));
        var came = choice("02.1", Millis.of(asleep.fast().p99()));
        if (waitFarLonger(asleep, calm)) {
            return holdsIf(here, whoWaits(asleep)).bearingOut(came);
        }
        return switch (effect(asleep, calm.clients().service().max())) {
            case NOT_DELAYED -> doesNotHold(here, "the stalls delayed no request").bearingOut(came);
            case DELAYED ->
                    holdsIf(
                            here,
                            "for fewer than 1 in 100 requests, so p99 does not show it; the longest"
                                    + " waited "
                                    + Text.of(asleep.fast().max()));
            case NOT_BLOCKED, AS_WITHOUT_IT ->
                    inconclusive(here, "clients wait about as long without the stalls");
        };
    }

    /** Many stalls at once are a queue, and then even the typical client waits. */
    private static String whoWaits(Stall stall) {
        return stall.fast().p50().multipliedBy(4).compareTo(stall.requests().p50()) > 0
                ? "for most requests: the stalls queue up"
                : "for requests that arrive during a stall";
    }

    /** What a kind of work did to the clients of {@code /fast}. */
    private enum Effect {
        DELAYED("delayed /fast for most of their time"),
        AS_WITHOUT_IT("no longer than a calm loop"),
        NOT_BLOCKED("did not block the loop"),
        NOT_DELAYED("no delay by");

        private final String words;

        Effect(String words) {
            this.words = words;
        }
    }

    /** Every kind of work that blocks the loop must delay its clients. */
    static Finding everyoneWaits(Stalls stalls) {
        var calm = stalls.at("/fast").clients().service().max();
        var paths =
                stalls.all().stream()
                        .filter(stall -> !stall.path().equals("/fast"))
                        .collect(
                                groupingBy(
                                        stall -> effect(stall, calm),
                                        TreeMap::new,
                                        mapping(Stall::path, toList())));
        String here =
                paths.entrySet().stream()
                        .map(one -> one.getKey().words + ": " + one.getValue())
                        .collect(joining("; "));
        if (paths.containsKey(Effect.NOT_DELAYED)) {
            return doesNotHold(here, "");
        }
        int delaying = paths.getOrDefault(Effect.DELAYED, List.of()).size();
        if (delaying > paths.getOrDefault(Effect.AS_WITHOUT_IT, List.of()).size()) {
            return holds(here, "every client of the loop waits");
        }
        return paths.containsKey(Effect.AS_WITHOUT_IT)
                ? inconclusive(here, "clients wait about as long without this work")
                : inconclusive(here, "this claim needs work that blocks the loop");
    }

    private static Effect effect(Stall stall, Duration calm) {
        var half = stall.requests().p50().dividedBy(2);
        if (stall.lag().latency().max().compareTo(half) < 0) {
            return Effect.NOT_BLOCKED;
        }
        if (stall.fast().max().compareTo(half) < 0) {
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
        var came = isAsPredicted(sixteen) ? new Character[] {choice("02.4", ordered)} : NONE;
        if (four < 1.2 * sixteen) {
            return doesNotHold(
                            here,
                            "16 workers were no faster than 4: tasks that compute wait for a CPU,"
                                    + " not for a worker")
                    .bearingOut(came);
        }
        if (four <= 2 * sixteen) {
            return inconclusive(here, "16 workers were not clearly faster than 4; run it again");
        }
        return (ordered > 2 * four
                        ? holdsIf(here, "if the tasks wait, and need not stay in order")
                        : holdsIf(here, "if the tasks wait"))
                .bearingOut(came);
    }

    /** The prediction is about tasks of 200 ms: sixteen workers do them all in one round. */
    private static boolean isAsPredicted(double oneRound) {
        return oneRound >= 150 && oneRound < 500;
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
                ? holds(here, "watch the queue in front of the workers, not only the loop")
                : doesNotHold(here, "there was a worker for every task");
    }

    static Finding slices(Stalls stalls) {
        double timer = Millis.of(stalls.at("/by-timer").fast().p99());
        double context = Millis.of(stalls.at("/by-context").fast().p99());
        String here =
                "p99 of /fast is %s ms while slices are chained by a timer, %s ms by runOnContext"
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
        return one < 2 * Millis.of(QUIET) && other > 3 * one;
    }
}
