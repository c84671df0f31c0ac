package lab.course.asyncpatterns;

import static lab.exercise.Verdict.wrong;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import lab.async.LimitedMap;
import lab.exercise.Verdict;
import lab.measure.CauseChain;

/** Exercise 04.1: a map with a limit of calls at the same time. */
final class MapWithLimit {

    private static final int LIMIT = 5;
    private static final int LARGER = 8;
    private static final int ITEMS = 30;
    private static final int MANY = 40;
    private static final int CASES = 1_000;

    /** What is wrong with an answer, seen in one situation. */
    private interface Trial {
        Optional<Verdict> of(MapWithLimit counts, LimitedMap answer) throws Exception;
    }

    private static final List<Trial> TRIALS =
            List.of(
                    (counts, answer) -> counts.uneven(answer, LIMIT),
                    (counts, answer) -> counts.uneven(answer, LARGER),
                    MapWithLimit::oneSlow,
                    (counts, answer) -> counts.failing(answer, LIMIT),
                    (counts, answer) -> counts.failing(answer, 1),
                    (counts, answer) -> badLimit(answer, 0),
                    (counts, answer) -> badLimit(answer, -1),
                    (counts, answer) -> random(answer));

    private final AtomicInteger running = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final AtomicInteger started = new AtomicInteger();

    private MapWithLimit() {}

    static Verdict check(LimitedMap answer) throws Exception {
        for (var trial : TRIALS) {
            var fault = trial.of(new MapWithLimit(), answer);
            if (fault.isPresent()) {
                return fault.get();
            }
        }
        return new Verdict.Passed(
                "In order, as many as the limit at once and never more, and a failure reaches the"
                        + " caller; also in %,d random cases.".formatted(CASES));
    }

    private Optional<Verdict> uneven(LimitedMap answer, int limit) throws Exception {
        var items = IntStream.range(0, ITEMS).boxed().toList();
        var results = answer.map(items, limit, item -> counted(item, item % 4 == 0 ? 30 : 3));
        return order(items, results).or(() -> tooMany(limit)).or(() -> tooFew(limit));
    }

    private Optional<Verdict> tooFew(int limit) {
        return most.get() < limit
                ? wrong(
                        "With a limit of %d, at most %d calls ran at once."
                                .formatted(limit, most.get()),
                        "Start the next call while others still run.")
                : Optional.empty();
    }

    /**
     * The slow call waits for one that can start only if the places of the quick calls are filled
     * again; even a window that moves in the order of the items reaches it.
     */
    private Optional<Verdict> oneSlow(LimitedMap answer) throws Exception {
        int slow = 3;
        var next = new CountDownLatch(1);
        var wasStarted = new AtomicBoolean();
        var items = IntStream.range(0, ITEMS).boxed().toList();
        answer.map(
                items,
                LIMIT,
                item -> {
                    if (item == slow + LIMIT - 1) {
                        next.countDown();
                    } else if (item == slow) {
                        wasStarted.set(next.await(1, TimeUnit.SECONDS));
                    }
                    return counted(item, 1);
                });
        return wasStarted.get()
                ? Optional.empty()
                : wrong(
                        "While one of %d calls was slow and the others had ended, no other one was"
                                        .formatted(LIMIT)
                                + " started.",
                        "Start the next call as soon as one has ended, not when all have.");
    }

    private Optional<Verdict> tooMany(int limit) {
        return most.get() > limit
                ? wrong(
                        "With a limit of %d, %d calls ran at once.".formatted(limit, most.get()),
                        "A call has its permit until it has ended.")
                : Optional.empty();
    }

    private static Optional<Verdict> order(List<Integer> items, List<String> results) {
        var nudge = "One result for each item, in the order of the items.";
        if (results == null || results.size() != items.size()) {
            return wrong(
                    "For %d items it returned %s."
                            .formatted(
                                    items.size(),
                                    results == null ? null : results.size() + " results"),
                    nudge);
        }
        return IntStream.range(0, items.size())
                .filter(i -> !Objects.equals(results.get(i), result(items.get(i))))
                .boxed()
                .findFirst()
                .flatMap(
                        i ->
                                wrong(
                                        "The result at place %d is %s; for its item it is %s."
                                                .formatted(i, results.get(i), result(items.get(i))),
                                        nudge));
    }

    private String counted(int item, int millis) throws InterruptedException {
        started.incrementAndGet();
        most.accumulateAndGet(running.incrementAndGet(), Math::max);
        try {
            Thread.sleep(millis);
            return result(item);
        } finally {
            running.decrementAndGet();
        }
    }

    /** Some results are null: a result that is missing in the service. */
    private static String result(int item) {
        return item % 7 == 3 ? null : "user " + item;
    }

    /** The first call is slow: who asks for the results in order notices the failure late. */
    private Optional<Verdict> failing(LimitedMap answer, int limit) {
        var failure = new IOException("user 3 is missing");
        var items = IntStream.range(0, MANY).boxed().toList();
        try {
            var results =
                    answer.map(
                            items,
                            limit,
                            item -> {
                                if (item == 3) {
                                    started.incrementAndGet();
                                    throw failure;
                                }
                                return counted(item, item == 0 ? 250 : 10);
                            });
            return wrong(
                    "The call for item 3 failed, and %s came back."
                            .formatted(results == null ? null : results.size() + " results"),
                    "Throw the exception of the call.");
        } catch (Exception e) {
            if (CauseChain.of(e).noneMatch(failure::equals)) {
                return wrong(
                        "The call for item 3 failed with %s, and you threw %s."
                                .formatted(failure, e),
                        "Throw the exception of the call, or keep it as the cause.");
            }
        }
        return started.get() > 3 * LIMIT
                ? wrong(
                        "After the call for item 3 had failed, %d of %d calls were started."
                                .formatted(started.get(), MANY),
                        "Do not start calls whose results nobody will get.")
                : Optional.empty();
    }

    private static Optional<Verdict> badLimit(LimitedMap answer, int limit) {
        try {
            answer.map(List.of(1), limit, MapWithLimit::result);
        } catch (Exception asItShould) {
            return Optional.empty();
        }
        return wrong(
                "A limit of %d was accepted.".formatted(limit),
                "Refuse a limit below 1 with an exception.");
    }

    private static Optional<Verdict> random(LimitedMap answer) throws InterruptedException {
        var random = new Random(4);
        for (int i = 0; i < CASES; i++) {
            var items = random.ints(random.nextInt(13), 0, 100).boxed().toList();
            int limit = 1 + random.nextInt(6);
            var one = new MapWithLimit();
            try {
                var results = answer.map(items, limit, item -> one.counted(item, 0));
                var found = order(items, results).or(() -> one.tooMany(limit));
                if (found.isPresent()) {
                    return found;
                }
            } catch (Exception e) {
                return wrong(
                        "For the items %s and a limit of %d it threw %s."
                                .formatted(items, limit, e),
                        "No call had failed.");
            }
            var left = i % 20 == 0 ? Leftover.after(i + 1) : Optional.<Verdict>empty();
            if (left.isPresent()) {
                return left;
            }
        }
        return Optional.empty();
    }
}
