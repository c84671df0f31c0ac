package lab.course;

import static lab.exercise.Finding.doesNotHold;
import static lab.exercise.Finding.holds;
import static lab.exercise.Finding.holdsIf;
import static lab.exercise.Finding.inconclusive;

import java.time.Duration;
import lab.eventloop.Bursts;
import lab.eventloop.Stall;
import lab.eventloop.Stalls;
import lab.exercise.Finding;
import lab.measure.Text;

/** What stalls of the loop, and their cures, say of the guides' claims. */
final class StallClaims {

    private static final Duration QUIET = Duration.ofMillis(50);

    private StallClaims() {}

    static Finding blockedLoop(Stalls stalls) {
        var calm = stalls.visiting("/fast").fast();
        var stalled = stalls.visiting("/sleep").fast();
        double p99 = millis(stalled.p99());
        String here =
                "stalls of 200 ms take p99 of /fast from %s to %s, p50 from %s to %s"
                        .formatted(
                                Text.of(calm.p99()),
                                Text.of(stalled.p99()),
                                Text.of(calm.p50()),
                                Text.of(stalled.p50()));
        char came = p99 < 10 ? 'a' : p99 < 500 ? 'b' : 'c';
        return (p99 > 3 * millis(calm.p99())
                        ? holdsIf(here, "for requests that arrive during a stall")
                        : inconclusive(here, "this machine stalls by itself; run the cell again"))
                .bearingOut(came);
    }

    /**
     * Every kind of work must keep some guest waiting for most of the time that it takes itself.
     */
    static Finding everyoneWaits(Stalls stalls) {
        var spared =
                stalls.all().stream()
                        .filter(stall -> !stall.path().equals("/fast"))
                        .filter(
                                stall ->
                                        2 * millis(stall.fast().max())
                                                < millis(stall.visits().p50()))
                        .map(Stall::path)
                        .toList();
        return spared.isEmpty()
                ? holds(
                        "%d kinds of work, and each kept /fast waiting for most of its time"
                                .formatted(stalls.all().size()),
                        "whoever shares the loop waits")
                : doesNotHold("clients of /fast were spared by " + spared, "");
    }

    static Finding offloading(Stalls stalls) {
        var blocked = stalls.visiting("/hash").fast();
        var free = stalls.visiting("/hash-elsewhere").fast();
        double gain = millis(blocked.p99()) / millis(free.p99());
        String here =
                "p99 of /fast is %s with the hash on the loop, %s with it on a worker;"
                                .formatted(Text.of(blocked.p99()), Text.of(free.p99()))
                        + " who asked for the hash waits %s and %s"
                                .formatted(
                                        Text.of(stalls.visiting("/hash").visits().p50()),
                                        Text.of(stalls.visiting("/hash-elsewhere").visits().p50()));
        if (gain < 1.2) {
            return inconclusive(here, "the machine was busy; run the cell again");
        }
        return gain >= 2
                ? holds(here, "only those who asked for the hash wait for it")
                : holdsIf(here, "if there is a core to spare for the workers");
    }

    static Finding hiddenPool(Bursts bursts) {
        double ordered = millis(time(bursts, "ordered, 4 workers"));
        double four = millis(time(bursts, "unordered, 4 workers"));
        double sixteen = millis(time(bursts, "unordered, 16 workers"));
        String here =
                "16 tasks of 200 ms: ordered %s ms, 4 workers %s ms, 16 workers %s ms"
                        .formatted(Text.of(ordered), Text.of(four), Text.of(sixteen));
        char came = ordered > 2_000 ? 'c' : ordered > 600 ? 'b' : 'a';
        return (four > 2 * sixteen
                        ? holdsIf(here, "if the tasks are not kept in order")
                        : inconclusive(here, "was the machine busy? run the cell again"))
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
        boolean slow = millis(stall.visits().max()) > 3 * 200;
        return idle && slow
                ? holds(here, "watch the pool's queue, not only the loop")
                : inconclusive(here, "run the cell again on a quieter machine");
    }

    static Finding slices(Stalls stalls) {
        double timer = millis(stalls.visiting("/by-timer").fast().p50());
        double context = millis(stalls.visiting("/by-context").fast().p50());
        String here =
                "p50 of /fast is %s ms while slices are chained by a timer, %s ms by runOnContext"
                        .formatted(Text.of(timer), Text.of(context));
        if (timer >= millis(QUIET)) {
            return inconclusive(here, "the machine was busy; run the cell again");
        }
        return context > 3 * timer
                ? holdsIf(here, "by a timer; runOnContext is no setImmediate").bearingOut('b')
                : holds(here, "both ways, in this run").bearingOut('a');
    }

    static double millis(Duration time) {
        return time.toNanos() / 1e6;
    }
}
