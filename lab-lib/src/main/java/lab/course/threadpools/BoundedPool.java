package lab.course.threadpools;

import static lab.exercise.Verdict.wrong;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import lab.exercise.Verdict;

/**
 * Exercise 03.2: a pool in which 8 tasks run before one waits, at most 20 wait, and the caller does
 * what finds no place. Everything is decided by latches, so no clock is involved.
 */
final class BoundedPool {

    private static final int RUNNING = 8;
    private static final int WAITING = 20;
    private static final int PATIENCE_SECONDS = 2;
    private static final int LONGEST_SECONDS = 10;

    private final Thread caller = Thread.currentThread();
    private final Executor pool;
    private final CountDownLatch gate = new CountDownLatch(1);
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicInteger byCaller = new AtomicInteger();
    private final CountDownLatch started = new CountDownLatch(RUNNING);
    private final CountDownLatch another = new CountDownLatch(RUNNING + 1);
    private final List<CompletableFuture<Void>> submitted = new ArrayList<>();

    private BoundedPool(Executor pool) {
        this.pool = pool;
    }

    static Verdict check(Executor pool) throws InterruptedException {
        if (pool instanceof ExecutorService service && service.isShutdown()) {
            return new Verdict.Wrong(
                    "The pool was shut down.", "Run its cell again, so that it is a new one.");
        }
        var check = new BoundedPool(pool);
        try {
            return check.judge();
        } finally {
            check.allEnd();
        }
    }

    private Verdict judge() throws InterruptedException {
        return fill("first", RUNNING)
                .or(this::allRun)
                .or(() -> fill("waiting", WAITING))
                .or(this::nobodyElseRuns)
                .or(() -> oneMore(1))
                .or(() -> oneMore(2))
                .or(this::allEnd)
                .or(() -> new BoundedPool(pool).again())
                .orElseGet(
                        () ->
                                new Verdict.Passed(
                                        "8 ran at once, 20 waited, and the caller did the next one"
                                                + " itself."));
    }

    /** When all have ended, there is room again. */
    private Optional<Verdict> again() {
        try {
            return fill("next", RUNNING).or(this::allRun);
        } finally {
            allEnd();
        }
    }

    /** Submits tasks that wait at the gate; none of them may come back to the caller. */
    private Optional<Verdict> fill(String which, int tasks) {
        for (int i = 0; i < tasks; i++) {
            try {
                submit();
            } catch (RejectedExecutionException e) {
                return wrong(
                        "The pool refused one of the %s %d tasks.".formatted(which, tasks),
                        "8 threads and a queue of 20 have a place for 28 tasks.");
            }
        }
        return byCaller.get() == 0
                ? Optional.empty()
                : wrong(
                        "The caller had to do one of the %s %d tasks itself."
                                .formatted(which, tasks),
                        "8 threads and a queue of 20 have a place for 28 tasks.");
    }

    private void submit() {
        var end = new CompletableFuture<Void>();
        pool.execute(() -> task(end));
        submitted.add(end);
    }

    private void task(CompletableFuture<Void> end) {
        try {
            if (Thread.currentThread() == caller) {
                byCaller.incrementAndGet();
                return;
            }
            running.incrementAndGet();
            started.countDown();
            another.countDown();
            gate.await(LONGEST_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } finally {
            end.complete(null);
        }
    }

    private Optional<Verdict> allRun() {
        return isDown(started)
                ? Optional.empty()
                : wrong(
                        "Of 8 tasks, only %d ran at once; the others waited."
                                .formatted(running.get()),
                        "A pool grows beyond its core size only when its queue is full: how large"
                                + " must the core be?");
    }

    private static boolean isDown(CountDownLatch latch) {
        try {
            return latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Optional<Verdict> nobodyElseRuns() {
        return running.get() == RUNNING
                ? Optional.empty()
                : wrong(
                        "%d tasks ran at once.".formatted(running.get()),
                        "At most 8 may run; the others wait.");
    }

    /**
     * @param times how many have found no place, with this one
     */
    private Optional<Verdict> oneMore(int times) {
        try {
            submit();
        } catch (RejectedExecutionException e) {
            return wrong(
                    "The pool refused the task that found no place.",
                    "Which `RejectedExecutionHandler` lets the caller run it?");
        }
        if (byCaller.get() == times) {
            return Optional.empty();
        }
        return isDown(another)
                ? wrong(
                        "With 20 tasks waiting, another thread was started for one more.",
                        "At most 8 may run: what is the maximum size of the pool?")
                : wrong(
                        "With 20 tasks waiting, one more was accepted or dropped; the caller did"
                                + " not run it.",
                        "How long may the queue become, and which `RejectedExecutionHandler` does"
                                + " the pool have?");
    }

    /** Also after a wrong answer: the same pool may be checked again. */
    private Optional<Verdict> allEnd() {
        gate.countDown();
        try {
            CompletableFuture.allOf(submitted.toArray(CompletableFuture[]::new))
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return Optional.empty();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            // told below
        }
        return wrong(
                "%d tasks were never done."
                        .formatted(submitted.stream().filter(end -> !end.isDone()).count()),
                "Every task that was accepted must run.");
    }
}
