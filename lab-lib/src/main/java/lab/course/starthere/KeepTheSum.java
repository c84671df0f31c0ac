package lab.course.starthere;

import static java.util.stream.Collectors.joining;

import java.util.Set;
import java.util.stream.Stream;
import lab.bench.BenchResult;
import lab.bench.Score;
import lab.exercise.Verdict;

/** Exercise 00.1: a benchmark whose work the JIT compiler cannot remove. */
final class KeepTheSum {

    private static final double ALIVE = 50;

    /** No CPU adds up a thousand roots in this time: what takes less is another piece of work. */
    private static final double SHORTEST_NANOS = 300;

    private static final Set<String> WITHOUT_CLOCK = Set.of("avgt", "thrpt");

    private KeepTheSum() {}

    /** Whether there is something to measure. */
    static boolean isAttempted(Class<?> benchmarks) {
        return Stream.of(benchmarks.getDeclaredMethods())
                .filter(one -> !one.isSynthetic())
                .anyMatch(one -> !isNothing(one.getName()));
    }

    static Verdict check(BenchResult result) {
        var failed = result.failures().stream().filter(one -> isRoots(one.name())).findFirst();
        if (failed.isPresent()) {
            return new Verdict.Wrong("roots failed: " + failed.get().error(), "Fix it first.");
        }
        if (result.scores().stream().noneMatch(score -> isRoots(score.name()))) {
            return new Verdict.Wrong(
                    "There is no benchmark named roots; there is %s."
                            .formatted(
                                    result.scores().stream()
                                            .map(Score::name)
                                            .collect(joining(", "))),
                    "Rename yours, and run its cell again.");
        }
        if (result.scores().stream().noneMatch(score -> isNothing(score.name()))) {
            return new Verdict.Wrong(
                    "The benchmark named nothing is missing.",
                    "roots is compared with it: put it back as it was given.");
        }
        return alive(result.score("nothing"), result.score("roots"));
    }

    private static boolean isRoots(String name) {
        return name.endsWith("roots");
    }

    private static boolean isNothing(String name) {
        return name.endsWith("nothing");
    }

    private static Verdict alive(Score nothing, Score roots) {
        if (!WITHOUT_CLOCK.contains(roots.mode())) {
            return new Verdict.Wrong(
                    "In this mode every measured time includes the cost of reading the clock.",
                    "Measure with Mode.AverageTime, as it was given.");
        }
        var takes = "roots takes %s".formatted(StartHere.time(roots));
        if (nothing.over(roots).value() <= ALIVE) {
            return new Verdict.Wrong(
                    takes + ", hardly more than nothing.",
                    "The compiler removed the loop: what uses its result?");
        }
        return roots.typicalNanos() >= SHORTEST_NANOS
                ? new Verdict.Passed(takes + ": the compiler kept the loop.")
                : new Verdict.Wrong(
                        takes + ", too little for a thousand square roots.",
                        "Add up the roots of 0 to 999, and let the benchmark return their sum.");
    }
}
