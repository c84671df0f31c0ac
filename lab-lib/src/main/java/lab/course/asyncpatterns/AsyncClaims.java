package lab.course.asyncpatterns;

import static java.util.stream.Collectors.joining;
import static lab.exercise.Finding.doesNotHold;
import static lab.exercise.Finding.holds;
import static lab.exercise.Finding.holdsIf;
import static lab.exercise.Finding.inconclusive;
import static lab.exercise.Prediction.choice;

import lab.async.FanOut;
import lab.async.Noticed;
import lab.async.Settled;
import lab.exercise.Finding;
import lab.measure.Race;
import lab.measure.Ratio;
import lab.measure.Text;

/** What the results of notebook 04 say about the guides' claims. */
final class AsyncClaims {

    private static final double AS_SAID = 3;
    private static final double SERIAL = 1.5;
    private static final double MEASURING = 1.15;

    /** The limits that the guides recommend. */
    private static final int FEWEST_OF_GUIDES = 5;

    private static final int MOST_OF_GUIDES = 20;
    private static final double HARDLY_ANY = 0.01;
    private static final String TOO_WIDE = "the interval is too wide to decide; run the cell again";

    private AsyncClaims() {}

    static Finding atOnce(Race calls) {
        var gain = calls.ratio("loop", "all at once");
        String here =
                "all at once, the calls take %s; in a loop they take %s as long"
                        .formatted(
                                Text.of(calls.laps("all at once").median()),
                                Text.times(gain.value()));
        return serial(
                gain,
                holdsIf(here, "for calls that wait and do not need each other's results"),
                doesNotHold(here, "the calls did not run at the same time"),
                inconclusive(here, TOO_WIDE));
    }

    static Finding loopIsSerial(Race calls) {
        var loop = calls.ratio("loop", "all at once");
        var stream = calls.ratio("stream", "all at once");
        String here =
                "compared with all at once, the loop takes %s as long, the stream %s"
                        .formatted(Text.times(loop.value()), Text.times(stream.value()));
        return serial(
                        loop,
                        holds(here, "a stream that starts and joins in one pass is such a loop"),
                        doesNotHold(here, "the loop did not wait for each call"),
                        inconclusive(here, TOO_WIDE))
                .bearingOut(choice("04.1", stream.low(), stream.high()));
    }

    private static Finding serial(Ratio gain, Finding above, Finding below, Finding open) {
        if (gain.value() >= AS_SAID && gain.low() > SERIAL) {
            return above;
        }
        return gain.high() < SERIAL ? below : open;
    }

    static Finding computing(Race race) {
        var gain = race.ratio();
        int cpus = Runtime.getRuntime().availableProcessors();
        String here =
                "on %d CPU%s, %s is %s as fast as %s"
                        .formatted(
                                cpus,
                                cpus == 1 ? "" : "s",
                                race.second().name(),
                                Text.times(gain.value()),
                                race.first().name());
        if (gain.low() > MEASURING * cpus) {
            return doesNotHold(here, "more than one for each CPU: does the work wait?");
        }
        return gain.value() <= MEASURING * cpus
                ? holdsIf(here, "for more tasks than CPUs; Node.js runs all JavaScript on one")
                : inconclusive(here, TOO_WIDE);
    }

    static Finding fewAtATime(FanOut fanOut) {
        var unlimited = fanOut.runs().stream().filter(FanOut.Run::isUnlimited).findFirst();
        var few =
                fanOut.runs().stream()
                        .filter(run -> run.limit() >= FEWEST_OF_GUIDES)
                        .filter(run -> run.limit() <= MOST_OF_GUIDES)
                        .toList();
        if (unlimited.isEmpty() || few.isEmpty()) {
            return inconclusive(
                    fanOut.finding(), "measure a limit from 5 to 20, and none, in the same cell");
        }
        String here =
                "without a limit %s failed; %s"
                        .formatted(
                                share(unlimited.get()),
                                few.stream()
                                        .map(run -> "with %d %s".formatted(run.limit(), share(run)))
                                        .collect(joining(", ")));
        boolean fewFail = few.stream().anyMatch(run -> failed(run) > HARDLY_ANY);
        return judged(here, failed(unlimited.get()), fewFail, fanOut.mostInTime())
                .bearingOut(choice("04.2", failed(unlimited.get())));
    }

    private static Finding judged(String here, double unlimited, boolean fewFail, int most) {
        if (unlimited <= HARDLY_ANY) {
            return doesNotHold(here, "the calls were patient enough");
        }
        return fewFail
                ? doesNotHold(here, "even so few are too many for this service")
                : holdsIf(
                        here,
                        "the service decides, not a rule: here up to %d at once are in time"
                                .formatted(most));
    }

    private static double failed(FanOut.Run run) {
        return (double) run.failed() / run.calls();
    }

    private static String share(FanOut.Run run) {
        return "%,d of %,d".formatted(run.failed(), run.calls());
    }

    static Finding partialFailure(Settled settled) {
        String here = settled.finding();
        if (settled.results() == 0 || settled.errors() == 0) {
            return inconclusive(here, "let some of the tasks fail, and some succeed");
        }
        return settled.unknown() == 0
                ? holds(here, "invokeAll and Future.state() do what allSettled does")
                : doesNotHold(here, "the others were cancelled or did not end");
    }

    static Finding errorsMustBeCaught(Noticed noticed) {
        var submit = noticed.run("submit");
        String here = noticed.finding();
        var best = noticed.runs().stream().mapToInt(Noticed.Run::noticed).max().orElse(0);
        if (submit.noticed() == submit.tasks()) {
            return doesNotHold(here, "here nothing is lost")
                    .bearingOut(choice("04.3", submit.noticed()));
        }
        return best == submit.tasks()
                ? holdsIf(here, "where a future keeps the exception until somebody asks for it")
                        .bearingOut(choice("04.3", submit.noticed()))
                : inconclusive(here, "no way noticed all: add one that reports");
    }
}
