package lab.course.asyncpatterns;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
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

    private final List<IOException> failures = FAILING.stream().map(KeepBoth::failure).toList();
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicInteger together = new AtomicInteger();

    private KeepBoth() {}

    static Verdict check(LoadAll loadAll) throws Exception {
        return new KeepBoth().judged(loadAll);
    }

    private Verdict judged(LoadAll loadAll) throws Exception {
        var loads =
                IntStream.range(0, LOADS)
                        .<Callable<String>>mapToObj(number -> () -> load(number))
                        .toList();
        var loaded = loadAll.of(loads);
        if (loaded == null || loaded.results() == null || loaded.errors() == null) {
            return new Verdict.Wrong(
                    "It returned " + loaded + ".", "Return a `Loaded` with two lists.");
        }
        return results(loaded.results())
                .or(() -> errors(loaded.errors()))
                .or(this::calling)
                .orElseGet(
                        () ->
                                new Verdict.Passed(
                                        "Three results and both errors, from loads that ran"
                                                + " together."));
    }

    private static IOException failure(int number) {
        return new IOException(page(number) + " is missing");
    }

    private static String page(int number) {
        return "page " + number;
    }

    private String load(int number) throws Exception {
        calls.incrementAndGet();
        together.accumulateAndGet(running.incrementAndGet(), Math::max);
        try {
            return page(number, FAILING.indexOf(number));
        } finally {
            running.decrementAndGet();
        }
    }

    /** The failures come first, so an answer that does not wait has no results. */
    private String page(int number, int failing) throws Exception {
        if (failing >= 0) {
            throw failures.get(failing);
        }
        Thread.sleep(SLOW.multipliedBy(LOADS - number).dividedBy(LOADS));
        return page(number);
    }

    private static Optional<Verdict> results(List<String> results) {
        var right =
                IntStream.range(0, LOADS)
                        .filter(number -> !FAILING.contains(number))
                        .mapToObj(KeepBoth::page)
                        .toList();
        return results.equals(right)
                ? Optional.empty()
                : wrong(
                        "Of %s, these results came back: %s.".formatted(right, results),
                        results.contains(null)
                                ? "A load that failed has no result: leave it out."
                                : "Wait for every load, and keep its result also if another"
                                        + " failed.");
    }

    private Optional<Verdict> errors(List<? extends Throwable> errors) {
        if (errors.size() != failures.size()) {
            return wrong(
                    "Two loads failed; the errors are %s.".formatted(errors),
                    "Each future that failed has an exception of its own.");
        }
        return IntStream.range(0, failures.size())
                .filter(i -> errors.get(i) != failures.get(i))
                .mapToObj(i -> another(errors.get(i), failures.get(i)))
                .findFirst()
                .flatMap(verdict -> verdict);
    }

    private static Optional<Verdict> another(Throwable error, IOException expected) {
        return wrong(
                "An error is %s.".formatted(error),
                CauseChain.of(error).anyMatch(expected::equals)
                        ? "It is a wrapper; return the exception of the load itself."
                        : "Return the exceptions of the loads, in their order.");
    }

    private Optional<Verdict> calling() {
        if (calls.get() != LOADS) {
            return wrong(
                    "%d loads were called %d times.".formatted(LOADS, calls.get()),
                    "Call each load once.");
        }
        return together.get() > 1
                ? Optional.empty()
                : wrong(
                        "The loads ran one after the other.",
                        "Start all of them before you wait for the first.");
    }

    private static Optional<Verdict> wrong(String seen, String advice) {
        return Optional.of(new Verdict.Wrong(seen, advice));
    }
}
