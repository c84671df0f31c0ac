package lab.course.starthere;

import static lab.exercise.Finding.holds;
import static lab.exercise.Finding.holdsIf;
import static lab.exercise.Finding.inconclusive;

import java.time.Duration;
import java.util.function.Function;
import lab.bench.BenchResult;
import lab.bench.Score;
import lab.exercise.Finding;
import lab.exercise.Lesson;
import lab.jit.WarmUp;
import lab.load.LoadResult;
import lab.measure.Millis;
import lab.measure.Text;

/** Notebook 00: predict, measure with JMH, warm up, and look at p99. */
public final class StartHere {

    private static final double ALIKE = 1.3;
    private static final double REMOVED = 100;
    private static final double LEARNS = 1.5;

    /** Milliseconds that the slow requests of the notebook's shop wait. */
    private static final double SLOW = 100;

    private StartHere() {}

    @SuppressWarnings("unchecked")
    public static Lesson lesson() {
        return Lesson.of("00")
                .claim("C45", BenchResult.class, StartHere::intuition)
                .claim("C20", BenchResult.class, StartHere::billion)
                .claim("C46", WarmUp.class, StartHere::syntheticBenchmarks)
                .claim("C130", WarmUp.class, StartHere::warmUpFirst)
                .claim("C132", WarmUp.class, StartHere::oneChangeAtATime)
                .claim("C128", LoadResult.class, StartHere::lookAtP99)
                .exercise("00.1", BenchResult.class, KeepTheSum::check)
                .exercise("00.2", Function.class, NearestRank::check);
    }

    /** Whose intuition it was, only the learner knows: the condition says so. */
    static Finding intuition(BenchResult result) {
        var factor = result.score("plus").over(result.score("format"));
        String here = "String.format takes %s the time of +".formatted(factor) + doubt(result);
        char came = factor.value() > 3 ? 'c' : factor.value() > ALIKE ? 'b' : 'a';
        return factor.isClear()
                ? holdsIf(here, "if your guess was wrong; one proves little, progress() counts all")
                        .bearingOut(came)
                : inconclusive(here, "run the cell again on a quieter machine");
    }

    static Finding billion(BenchResult result) {
        var thrownAway = result.score("thrownAway");
        var returned = result.score("returned");
        String here =
                "a million rounds, a thousandth of it, take %s if the sum is used and %s if not"
                                .formatted(told(returned), told(thrownAway))
                        + doubt(result);
        return thrownAway.over(returned).value() > REMOVED
                ? holdsIf(here, "if somebody uses the result; the seconds depend on the work")
                        .bearingOut('a')
                : inconclusive(here, "this JVM did not remove the loop; run the cell again");
    }

    /** The effects are far above the noise, their size is not. */
    private static String doubt(BenchResult result) {
        return result.caveats().isEmpty() ? "" : ", on a machine that was not quiet";
    }

    /** A score as people read it. */
    static String told(Score score) {
        return score.unit().equals("ns/op")
                ? time(score.value())
                : Text.of(score.value()) + " " + score.unit();
    }

    private static String time(double nanos) {
        return nanos < 1_000
                ? Text.of(nanos) + " ns"
                : Text.of(Duration.ofNanos(Math.round(nanos)));
    }

    static Finding syntheticBenchmarks(WarmUp warmUp) {
        String here =
                "first call %s, early ones %s, late ones %s"
                        .formatted(
                                Text.of(warmUp.first()),
                                Text.of(warmUp.early()),
                                Text.of(warmUp.warm()));
        return earlyOverWarm(warmUp) > LEARNS
                ? holdsIf(here, "if you take the warm end for what every user gets")
                : inconclusive(here, "this JVM had little to learn; run the cell again");
    }

    static Finding warmUpFirst(WarmUp warmUp) {
        String here =
                "late calls are %s as fast as early ones; all %,d together took %s"
                        .formatted(
                                Text.times(earlyOverWarm(warmUp)),
                                warmUp.calls().size(),
                                Text.of(warmUp.total()));
        return earlyOverWarm(warmUp) > LEARNS
                ? holdsIf(here, "if you count calls: how many seconds that takes is up to the load")
                        .bearingOut('a')
                : inconclusive(here, "run the cell again on a quieter machine");
    }

    static Finding oneChangeAtATime(WarmUp warmUp) {
        double ratio = earlyOverWarm(warmUp);
        String here =
                "without any change, late calls are %s as fast as early ones"
                        .formatted(Text.times(ratio));
        return ratio > LEARNS
                ? holds(here, "whoever measures before and after in one process measures this too")
                : inconclusive(here, "run the cell again on a quieter machine");
    }

    private static double earlyOverWarm(WarmUp warmUp) {
        return (double) warmUp.early().toNanos() / warmUp.warm().toNanos();
    }

    static Finding lookAtP99(LoadResult load) {
        var latency = load.response();
        double p99 = Millis.of(latency.p99());
        double mean = Millis.of(latency.mean());
        String here =
                "p50 %s, mean %s, p99 %s"
                                .formatted(
                                        Text.of(latency.p50()),
                                        Text.of(latency.mean()),
                                        Text.of(latency.p99()))
                        + (load.isGeneratorPunctual() ? "" : "; the clients themselves were late");
        if (p99 < 3 * mean) {
            return inconclusive(here, "too many waited for something else; run the cell again");
        }
        var finding = holds(here, "the mean describes neither the quick nor the slow");
        return p99 > 0.9 * SLOW ? finding.bearingOut('b') : finding;
    }
}
