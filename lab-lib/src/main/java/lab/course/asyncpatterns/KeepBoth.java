package lab.course.asyncpatterns;

import static lab.exercise.Verdict.wrong;

import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import lab.async.LoadAll;
import lab.exercise.Verdict;
import lab.measure.CauseChain;

/** Exercise 04.3: five loads of which two fail; three results and both errors must come back. */
final class KeepBoth {

    private static final int LOADS = 5;
    private static final List<Integer> FAILING = List.of(1, 3);
    private static final Duration SLOW = Duration.ofMillis(500);
    private static final Duration LATER = Duration.ofMillis(50);
    private static final int MANY = 10;

    private final List<Exception> failures =
            List.of(
                    new IOException(page(1) + " is missing"),
                    new IllegalStateException(page(3) + " is empty"));
    private final AtomicInteger calls = new AtomicInteger();
    private final CountDownLatch arrived = new CountDownLatch(LOADS);
    private final AtomicBoolean someWaited = new AtomicBoolean();

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
        var wrong = calling().or(() -> results(loaded.results())).or(() -> errors(loaded.errors()));
        return wrong.isPresent() ? wrong.get() : again(loadAll);
    }

    /** Many times with nothing to wait for: no call may leave its threads behind. */
    private static Verdict again(LoadAll loadAll) throws Exception {
        for (int i = 0; i < MANY; i++) {
            loadAll.of(Collections.nCopies(LOADS, () -> "a page"));
        }
        return Leftover.after(MANY)
                .orElseGet(
                        () ->
                                new Verdict.Passed(
                                        "Three results and both errors, from loads that ran"
                                                + " together."));
    }

    private static String page(int number) {
        return "page " + number;
    }

    private String load(int number) throws Exception {
        calls.incrementAndGet();
        arrived.countDown();
        if (!arrived.await(1, TimeUnit.SECONDS)) {
            someWaited.set(true);
        }
        int failing = FAILING.indexOf(number);
        if (failing >= 0) {
            Thread.sleep(LATER.multipliedBy(FAILING.size() - failing));
            throw failures.get(failing);
        }
        Thread.sleep(number == 0 ? SLOW : LATER);
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
                                : results.size() == right.size()
                                        ? "Return them in the order of the loads."
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

    private static Optional<Verdict> another(Throwable error, Exception expected) {
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
        return !someWaited.get()
                ? Optional.empty()
                : wrong(
                        "The five loads did not all run at the same time.",
                        "Start all before you wait for the first, on an executor with a thread for"
                                + " each. (The common pool of this machine has %d.)"
                                        .formatted(ForkJoinPool.getCommonPoolParallelism()));
    }
}
