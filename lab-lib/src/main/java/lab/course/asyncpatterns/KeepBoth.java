package lab.course.asyncpatterns;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import lab.async.LoadAll;
import lab.exercise.Verdict;
import lab.measure.CauseChain;

/** Exercise 04.3: five loads of which two fail; three results and both errors must come back. */
final class KeepBoth {

    private static final int LOADS = 5;
    private static final List<Integer> FAILING = List.of(1, 3);
    private static final Duration SLOW = Duration.ofMillis(60);

    private KeepBoth() {}

    static Verdict check(LoadAll loadAll) throws Exception {
        var calls = new AtomicInteger();
        var together = new AtomicInteger();
        var failures = FAILING.stream().map(KeepBoth::failure).toList();
        var running = new AtomicInteger();
        var loads = new ArrayList<Callable<String>>();
        IntStream.range(0, LOADS)
                .forEach(
                        number ->
                                loads.add(
                                        () -> {
                                            calls.incrementAndGet();
                                            together.accumulateAndGet(
                                                    running.incrementAndGet(), Math::max);
                                            try {
                                                return load(number, failures);
                                            } finally {
                                                running.decrementAndGet();
                                            }
                                        }));
        return judge(loadAll.of(loads), failures, calls.get(), together.get());
    }

    private static IOException failure(int number) {
        return new IOException("page " + number + " is missing");
    }

    /** The failures come first, so an answer that does not wait has no results. */
    private static String load(int number, List<IOException> failures) throws Exception {
        int failing = FAILING.indexOf(number);
        if (failing >= 0) {
            throw failures.get(failing);
        }
        Thread.sleep(SLOW.multipliedBy(LOADS - number).dividedBy(LOADS));
        return "page " + number;
    }

    private static Verdict judge(
            LoadAll.Loaded loaded, List<IOException> failures, int calls, int together) {
        var results =
                IntStream.range(0, LOADS)
                        .filter(number -> !FAILING.contains(number))
                        .mapToObj(number -> "page " + number)
                        .toList();
        if (loaded == null || loaded.results() == null || loaded.errors() == null) {
            return new Verdict.Wrong(
                    "It returned " + loaded + ".", "Return a `Loaded` with two lists.");
        }
        if (!loaded.results().equals(results)) {
            return new Verdict.Wrong(
                    "Of %s, these results came back: %s.".formatted(results, loaded.results()),
                    loaded.results().contains(null)
                            ? "A load that failed has no result: leave it out."
                            : "Wait for every load, and keep its result also if another failed.");
        }
        if (loaded.errors().size() != failures.size()) {
            return new Verdict.Wrong(
                    "Two loads failed; the errors are %s.".formatted(loaded.errors()),
                    "Each future that failed has an exception of its own.");
        }
        for (int i = 0; i < failures.size(); i++) {
            var expected = failures.get(i);
            if (loaded.errors().get(i) != expected) {
                return new Verdict.Wrong(
                        "An error is %s.".formatted(loaded.errors().get(i)),
                        CauseChain.of(loaded.errors().get(i)).anyMatch(expected::equals)
                                ? "It is a wrapper; return the exception of the load itself."
                                : "Return the exceptions of the loads, in their order.");
            }
        }
        if (calls != LOADS) {
            return new Verdict.Wrong(
                    "%d loads were called %d times.".formatted(LOADS, calls),
                    "Call each load once.");
        }
        return together > 1
                ? new Verdict.Passed("Three results and both errors, from loads that ran together.")
                : new Verdict.Wrong(
                        "The loads ran one after the other.",
                        "Start all of them before you wait for the first.");
    }
}
