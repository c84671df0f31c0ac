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
    private static final double USED = 0.7;

    /** The limits that the guides recommend. */
    private static final int FEWEST_OF_GUIDES = 5;

    private static final int MOST_OF_GUIDES = 20;
    private static final double HARDLY_ANY = 0.01;
    private static final String NOT_TOGETHER = "are there several, and does each have a thread?";
    private static final String TOO_WIDE = "the interval is too wide to decide; run the cell again";

    private AsyncClaims() {}

    static Finding atOnce(Race calls) {
        var gain = calls.ratio("loop", "all at once");
        String here =
                "all at once, the calls take %s; in a loop they take %s as long"
                        .formatted(
                                Text.of(calls.laps("all at once").median()),
                                Text.times(gain.value()));
        if (isSerial(gain)) {
            return holdsIf(here, "for calls that wait and do not need each other's results");
        }
        return gain.high() < SERIAL
                ? doesNotHold(here, "the calls did not run at the same time; " + NOT_TOGETHER)
                : inconclusive(here, undecided(gain));
    }

    static Finding loopIsSerial(Race calls) {
        var loop = calls.ratio("loop", "all at once");
        var stream = calls.ratio("stream", "all at once");
        String here =
                "compared with all at once, the loop takes %s as long, the stream %s"
                        .formatted(Text.times(loop.value()), Text.times(stream.value()));
        return serial(here, loop, stream).bearingOut(choice("04.1", stream.low(), stream.high()));
    }

    private static Finding serial(String here, Ratio loop, Ratio stream) {
        if (isSerial(loop)) {
            return holds(
                    here,
                    isSerial(stream)
                            ? "a stream that starts and joins in one pass is such a loop"
                            : "this stream did not wait for each call");
        }
        if (loop.high() >= SERIAL) {
            return inconclusive(here, undecided(loop));
        }
        return isSerial(stream)
                ? doesNotHold(here, "the loop did not wait for each call")
                : inconclusive(here, "nothing ran at the same time; " + NOT_TOGETHER);
    }

    private static boolean isSerial(Ratio gain) {
        return gain.value() >= AS_SAID && gain.low() > SERIAL;
    }

    /** Fewer than four calls cannot gain a factor of three, however often they are measured. */
    private static String undecided(Ratio gain) {
        return gain.high() < AS_SAID ? "take four calls or more" : TOO_WIDE;
    }

    static Finding computing(Race race) {
        var gain = race.ratio("one after the other", "all at once");
        int cpus = Runtime.getRuntime().availableProcessors();
        String here =
                "on %d CPU%s, all at once is %s as fast as one after the other"
                        .formatted(cpus, cpus == 1 ? "" : "s", Text.times(gain.value()));
        if (gain.low() > MEASURING * cpus) {
            return doesNotHold(here, "more than one for each CPU: does the work wait?");
        }
        if (gain.value() > MEASURING * cpus || gain.high() > 2 * gain.low()) {
            return inconclusive(here, TOO_WIDE);
        }
        return gain.value() >= USED * cpus
                ? holdsIf(
                        here,
                        "for tasks that compute, and more of them than CPUs; Node.js runs all"
                                + " JavaScript on one")
                : inconclusive(
                        here,
                        "less than the CPUs allow: do other programs use them, or do the tasks wait"
                                + " for a lock?");
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
        return judged(
                        here,
                        unlimited.get().calls(),
                        failed(unlimited.get()),
                        fewFail,
                        fanOut.mostInTime())
                .bearingOut(choice("04.2", failed(unlimited.get())));
    }

    private static Finding judged(
            String here, int calls, double unlimited, boolean fewFail, int most) {
        if (unlimited <= HARDLY_ANY) {
            return calls <= most
                    ? inconclusive(here, "so few calls fit at once; make more of them")
                    : doesNotHold(here, "the calls were patient enough");
        }
        return fewFail
                ? doesNotHold(here, "even so few are too many for this service")
                : holdsIf(
                        here,
                        "the service decides, not a rule: here calls fail from about %d at once on"
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
                : inconclusive(
                        here, "some were cancelled or still run: wait for all of them first");
    }

    /** Each exception of {@code execute} has ended a thread, and yet all tasks have run. */
    static Finding oneThreadEnds(Noticed noticed) {
        var execute = noticed.run("execute");
        String here =
                "%d of %d exceptions ended their thread; the pool ran all %d tasks"
                        .formatted(execute.noticed(), execute.tasks(), execute.tasks());
        return execute.isComplete()
                ? holdsIf(
                        here,
                        "for an exception; what ends the process, such as a native crash, ends all"
                                + " its threads")
                : inconclusive(here, "this claim needs exceptions that nobody catches");
    }

    static Finding errorsMustBeCaught(Noticed noticed) {
        var submit = noticed.run("submit");
        String here = noticed.finding();
        if (noticed.runs().stream().allMatch(Noticed.Run::isComplete)) {
            return doesNotHold(here, "here nothing is lost")
                    .bearingOut(choice("04.3", submit.noticed()));
        }
        return noticed.runs().stream().anyMatch(Noticed.Run::isComplete)
                ? holdsIf(here, "where a future keeps the exception until somebody asks for it")
                        .bearingOut(choice("04.3", submit.noticed()))
                : inconclusive(here, "no way noticed all: add one that reports");
    }
}
