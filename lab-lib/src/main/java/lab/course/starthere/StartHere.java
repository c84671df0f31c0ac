package lab.course.starthere;

import static lab.exercise.Finding.doesNotHold;
import static lab.exercise.Finding.holds;
import static lab.exercise.Finding.holdsIf;
import static lab.exercise.Finding.inconclusive;
import static lab.exercise.Prediction.choice;

import java.time.Duration;
import java.util.ArrayList;
import java.util.function.Function;
import lab.bench.BenchResult;
import lab.bench.Factor;
import lab.bench.Score;
import lab.exercise.Finding;
import lab.exercise.Lesson;
import lab.exercise.Predicted;
import lab.jit.WarmUp;
import lab.load.LoadResult;
import lab.measure.Latency;
import lab.measure.Millis;
import lab.measure.Text;
import lab.profile.Isolation;

/** Notebook 00: predict, measure with JMH, warm up, and look at p99. */
public final class StartHere {

    /** A benchmark that is wrong by this factor misleads. */
    private static final double MISLEADS = 1.5;

    private static final int ENOUGH_PREDICTIONS = 4;
    private static final double ALIKE = 1.3;

    /** A factor below this one makes no practical difference. */
    private static final double NO_PRACTICAL_DIFFERENCE = 1.1;

    private static final double REMOVED = 100;

    /** No CPU makes a million iterations in 10 microseconds. */
    private static final double IMPOSSIBLE_NANOS = 10_000;

    private static final double LEARNS = 1.5;
    private static final double LEARNS_NOTHING = 1.2;
    private static final double FAR_FROM_MEAN = 3;
    private static final double NEAR_MEAN = 1.5;
    private static final String BETWEEN = "too little to decide; run the cell again";

    /** Milliseconds that a slow request takes in the notebook. */
    private static final double SLOW = 100;

    private StartHere() {}

    @SuppressWarnings("unchecked")
    public static Lesson lesson() {
        return Lesson.of("00")
                .claim("C45", BenchResult.class, StartHere::intuition)
                .claim("C45", Predicted.class, StartHere::allIntuition)
                .claim("C20", BenchResult.class, StartHere::billion)
                .claim("C34", BenchResult.class, StartHere::compiledEachTime)
                .claim("C46", Isolation.class, StartHere::syntheticBenchmarks)
                .claim("C130", WarmUp.class, StartHere::warmUpFirst)
                .claim("C132", WarmUp.class, StartHere::oneChangeAtATime)
                .claim("C128", LoadResult.class, StartHere::lookAtP99)
                .exercise("00.1", KeepTheSum::isAttempted, BenchResult.class, KeepTheSum::check)
                .exercise("00.2", Function.class, NearestRank::check);
    }

    /** Only the learner knows the guess: the condition says so. */
    static Finding intuition(BenchResult result) {
        var factor = result.score("plus").over(result.score("format"));
        String here = "String.format takes %s times as long as +".formatted(factor);
        return factor.isClear() || factor.high() < ALIKE && factor.low() > 1 / ALIKE
                ? holdsIf(
                                here,
                                "if your guess was wrong; one guess proves little, the last section"
                                        + " counts all of them")
                        .bearingOut(guessed(factor))
                : inconclusive(here, "the interval includes 1; bench(thorough(), …) narrows it");
    }

    /** No choice says that format is the faster one. */
    private static Character[] guessed(Factor factor) {
        return factor.low() > 1 / ALIKE
                ? choice("00.1", factor.low(), factor.high())
                : new Character[0];
    }

    /** Half of the predictions right is no better than a coin, half wrong is not "usually". */
    static Finding allIntuition(Predicted predicted) {
        String here = predicted.toString();
        if (predicted.settled() < ENOUGH_PREDICTIONS) {
            return inconclusive(
                    here,
                    "%d are needed: replace '?' in the predict cells, and run their sections again"
                            .formatted(ENOUGH_PREDICTIONS));
        }
        if (2 * predicted.wrong() == predicted.settled()) {
            return holdsIf(here, "half of the time; run this cell again after the other notebooks");
        }
        return Finding.of(
                2 * predicted.wrong() > predicted.settled(),
                here,
                "run this cell again after the other notebooks");
    }

    static Finding compiledEachTime(BenchResult result) {
        var factor = result.score("once").over(result.score("eachTime"));
        String here = "compiled once, matching is %s times as fast".formatted(factor);
        if (factor.low() >= NO_PRACTICAL_DIFFERENCE) {
            return holds(
                    here,
                    "in Java, where String.matches compiles its pattern on every call; a literal in"
                            + " JavaScript is compiled once");
        }
        return factor.high() < ALIKE
                ? doesNotHold(here, "compiling this pattern costs almost nothing")
                : inconclusive(here, "bench(thorough(), …) narrows the interval");
    }

    static Finding billion(BenchResult result) {
        var unused = result.score("thrownAway");
        var returned = result.score("returned");
        var factor = unused.over(returned);
        String here =
                "a million iterations, a thousandth of it, take %s if the sum is used and %s if not"
                        .formatted(time(returned), time(unused));
        if (returned.typicalNanos() < IMPOSSIBLE_NANOS) {
            return inconclusive(
                    here,
                    "the compiler removed both loops (return the sum of one), or they have fewer"
                            + " than a million iterations");
        }
        var came = choice("00.2", 1 / factor.high(), 1 / factor.low());
        if (came.length == 0) {
            return inconclusive(here, "the interval is too wide; bench(thorough(), …) narrows it");
        }
        return factor.low() > REMOVED
                ? holdsIf(here, "if the result is used; the seconds depend on the work")
                        .bearingOut(came)
                : kept(here, returned).bearingOut(came);
    }

    /** The compiler has not removed the loop: its time is its own. */
    private static Finding kept(String here, Score returned) {
        double seconds = 1_000 * returned.typicalNanos() / 1e9;
        return seconds >= 1 && seconds <= 5
                ? holds(here, "this JVM did not remove the loop")
                : holdsIf(here, "for other work; this JVM did not remove the loop");
    }

    /** The time of one operation as people read it. */
    static String time(Score score) {
        double nanos = score.typicalNanos();
        return nanos < 1_000
                ? Text.of(nanos) + " ns"
                : Text.of(Duration.ofNanos(Math.round(nanos)));
    }

    static Finding syntheticBenchmarks(Isolation isolation) {
        double typical = isolation.typical();
        double tail = isolation.tail();
        String here =
                "beside other work, p50 is %s and p99 is %s as long as alone"
                        .formatted(Text.times(typical), Text.times(tail));
        if (Math.max(typical, tail) >= MISLEADS) {
            return typical <= ALIKE
                    ? holdsIf(here, "for the tail: half of the calls hardly notice the other work")
                    : holds(here, "the work has to share the CPUs, and a benchmark does not");
        }
        return Math.max(typical, tail) <= ALIKE
                ? doesNotHold(here, "up to p99, the other work did not disturb these calls")
                : inconclusive(here, BETWEEN);
    }

    static Finding warmUpFirst(WarmUp warmUp) {
        double ratio = earlyOverWarm(warmUp);
        String here =
                "late calls are %s as fast as early ones; all %,d together took %s"
                        .formatted(
                                Text.times(ratio), warmUp.calls().size(), Text.of(warmUp.total()));
        return learning(
                        warmUp,
                        holdsIf(
                                here,
                                "warm-up needs a number of calls, not of seconds: little load takes"
                                        + " longer"),
                        doesNotHold(
                                here,
                                "the first %d calls were as fast as the last"
                                        .formatted(warmUp.compared())),
                        inconclusive(here, BETWEEN))
                .bearingOut(choice("00.3", ratio));
    }

    static Finding oneChangeAtATime(WarmUp warmUp) {
        String here =
                "without any change, late calls are %s as fast as early ones"
                        .formatted(Text.times(earlyOverWarm(warmUp)));
        return learning(
                warmUp,
                holds(here, "measuring before and after in one process measures warm-up as well"),
                doesNotHold(here, "in this run, time alone changed nothing"),
                inconclusive(here, BETWEEN));
    }

    /** What follows from how much this JVM learned: much, nothing, or too little to say. */
    private static Finding learning(WarmUp warmUp, Finding much, Finding nothing, Finding little) {
        double ratio = earlyOverWarm(warmUp);
        return ratio >= LEARNS ? much : ratio < LEARNS_NOTHING ? nothing : little;
    }

    private static double earlyOverWarm(WarmUp warmUp) {
        return (double) warmUp.early().toNanos() / warmUp.warm().toNanos();
    }

    static Finding lookAtP99(LoadResult load) {
        if (load.answered() == 0) {
            return inconclusive(load.finding(), "start the server again, then the load");
        }
        var latency = load.response();
        double p99 = Millis.of(latency.p99());
        String here =
                "p50 %s, mean %s, p99 %s"
                        .formatted(
                                Text.of(latency.p50()),
                                Text.of(latency.mean()),
                                Text.of(latency.p99()));
        double times = p99 / Millis.of(latency.mean());
        if (times >= FAR_FROM_MEAN) {
            return holds(here, "the mean describes neither the fast nor the slow requests")
                    .bearingOut(nearWhat(latency));
        }
        return (times < NEAR_MEAN
                        ? doesNotHold(here, "here the mean is near p99")
                        : holdsIf(here, "p99 is only %s the mean".formatted(Text.times(times))))
                .bearingOut(nearWhat(latency));
    }

    /** The choices of the prediction do not exclude each other: all requests can be slow. */
    private static Character[] nearWhat(Latency latency) {
        double p99 = Millis.of(latency.p99());
        var came = new ArrayList<Character>();
        if (p99 < NEAR_MEAN * Millis.of(latency.mean())) {
            came.add('a');
        }
        if (p99 > 0.99 * SLOW) {
            came.add('b');
        }
        if (p99 < NEAR_MEAN * Millis.of(latency.p50())) {
            came.add('c');
        }
        return came.toArray(Character[]::new);
    }
}
