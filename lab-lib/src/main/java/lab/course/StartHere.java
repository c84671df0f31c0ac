package lab.course;

import static lab.exercise.Finding.holds;
import static lab.exercise.Finding.holdsIf;
import static lab.exercise.Finding.inconclusive;

import java.time.Duration;
import java.util.function.Function;
import lab.bench.BenchResult;
import lab.bench.Score;
import lab.exercise.Finding;
import lab.exercise.Lesson;
import lab.exercise.Verdict;
import lab.jit.WarmUp;
import lab.load.LoadResult;
import lab.measure.Text;

/** Notebook 00: predict, measure with JMH, warm up, and look at p99. */
final class StartHere {

    private static final double ALIVE = 50;
    private static final double LEARNS = 1.5;

    private StartHere() {}

    @SuppressWarnings("unchecked")
    static Lesson lesson() {
        return Lesson.of("00")
                .claim("C45", BenchResult.class, StartHere::intuition)
                .claim("C20", BenchResult.class, StartHere::billion)
                .claim("C46", WarmUp.class, StartHere::syntheticBenchmarks)
                .claim("C130", WarmUp.class, StartHere::warmUpFirst)
                .claim("C132", WarmUp.class, StartHere::oneChangeAtATime)
                .claim("C128", LoadResult.class, StartHere::lookAtP99)
                .exercise("00.1", BenchResult.class, StartHere::checkRoots)
                .exercise("00.2", Function.class, NearestRank::check);
    }

    /** One guess proves little: the finding says so. */
    private static Finding intuition(BenchResult result) {
        var factor = result.score("plus").over(result.score("format"));
        String here = "+ is %s as fast as String.format".formatted(factor);
        char came = factor.value() >= 5 ? 'c' : factor.value() >= 1.5 ? 'b' : 'a';
        return factor.isClear()
                ? holdsIf(here, "one guess proves little: progress() counts yours").bearingOut(came)
                : inconclusive(here, "run the cell again on a quieter machine");
    }

    private static Finding billion(BenchResult result) {
        var thrownAway = result.score("thrownAway");
        var returned = result.score("returned");
        double share = returned.over(thrownAway).value();
        String here =
                "a million rounds take %s when the sum is used, %s when it is not"
                        .formatted(told(returned), told(thrownAway));
        return holdsIf(here, "only if somebody uses the result")
                .bearingOut(share < 0.01 ? 'a' : share < 0.8 ? 'c' : 'b');
    }

    /** Nanoseconds as people read them, where there are many of them. */
    private static String told(Score score) {
        boolean many = score.unit().equals("ns/op") && score.value() >= 1_000;
        return many
                ? Text.of(Duration.ofNanos((long) score.value()))
                : Text.of(score.value()) + " " + score.unit();
    }

    private static Finding syntheticBenchmarks(WarmUp warmUp) {
        return earlyOverWarm(warmUp) > LEARNS
                ? holdsIf(told(warmUp), "if you take the warm end for what every user gets")
                : inconclusive(told(warmUp), "this JVM had little to learn; run the cell again");
    }

    private static Finding warmUpFirst(WarmUp warmUp) {
        double ratio = earlyOverWarm(warmUp);
        char came = ratio > LEARNS ? 'a' : ratio > 0.8 ? 'b' : 'c';
        return (ratio > LEARNS
                        ? holdsIf(told(warmUp), "but count calls: the seconds depend on the load")
                        : inconclusive(told(warmUp), "run the cell again on a quieter machine"))
                .bearingOut(came);
    }

    private static Finding oneChangeAtATime(WarmUp warmUp) {
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

    private static String told(WarmUp warmUp) {
        return "first call %s, early ones %s, late ones %s"
                .formatted(
                        Text.of(warmUp.first()), Text.of(warmUp.early()), Text.of(warmUp.warm()));
    }

    private static Finding lookAtP99(LoadResult load) {
        var latency = load.response();
        double p99 = StallClaims.millis(latency.p99());
        double mean = StallClaims.millis(latency.mean());
        String here =
                "p50 %s, mean %s, p99 %s"
                        .formatted(
                                Text.of(latency.p50()),
                                Text.of(latency.mean()),
                                Text.of(latency.p99()));
        double p50 = StallClaims.millis(latency.p50());
        char came = p99 > 50 ? 'b' : p99 < 2 * p50 ? 'c' : 'a';
        return Finding.of(p99 > 3 * mean, here, "the mean describes neither the quick nor the slow")
                .bearingOut(came);
    }

    private static Verdict checkRoots(BenchResult result) {
        var failed = result.failures().stream().filter(one -> isRoots(one.name())).findFirst();
        if (failed.isPresent()) {
            return new Verdict.Wrong("roots failed: " + failed.get().error(), "Mend it first.");
        }
        if (result.scores().stream().noneMatch(score -> isRoots(score.name()))) {
            return new Verdict.NotYet(
                    "There is no benchmark named roots yet. Write it and run its cell again.");
        }
        return alive(result.score("nothing"), result.score("roots"));
    }

    private static boolean isRoots(String name) {
        return name.endsWith("roots");
    }

    private static Verdict alive(Score nothing, Score roots) {
        return nothing.over(roots).value() > ALIVE
                ? new Verdict.Passed("roots takes %s: nobody threw it away.".formatted(told(roots)))
                : new Verdict.Wrong(
                        "A thousand roots take %s, hardly more than nothing."
                                .formatted(told(roots)),
                        "The compiler removed the loop: who uses its result?");
    }
}
