package lab.course.eventloopstalls;

import static java.util.Objects.requireNonNull;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import lab.eventloop.Offload;
import lab.exercise.Verdict;
import lab.measure.CauseChain;
import lab.measure.Text;
import lab.server.LoopServer;

/**
 * Exercise 02.1: four pieces of blocking work must run at once, none of them on the loop, and each
 * caller gets the result of its own work, or the exception.
 */
final class KeepTheLoopFree {

    private static final int TOGETHER = 4;

    /** Handing work over takes microseconds; this is far more, and far less than a stall. */
    private static final Duration HAND_OVER = Duration.ofMillis(50);

    private final CountDownLatch allAreHere = new CountDownLatch(TOGETHER);
    private final AtomicBoolean onLoop = new AtomicBoolean();
    private final AtomicBoolean loopWaited = new AtomicBoolean();
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicInteger together = new AtomicInteger();
    private final Queue<Duration> handOvers = new ConcurrentLinkedQueue<>();
    private final AtomicReference<Exception> thrown = new AtomicReference<>();

    private KeepTheLoopFree() {}

    static Verdict check(Offload offload) throws Exception {
        try (var server = LoopServer.apart(TOGETHER)) {
            return new KeepTheLoopFree().judge(server.vertx(), offload);
        }
    }

    private Verdict judge(Vertx vertx, Offload offload) throws Exception {
        // One context for all, as all requests of a verticle have: the order is kept per context.
        var context = vertx.getOrCreateContext();
        var all =
                IntStream.range(0, TOGETHER)
                        .mapToObj(number -> ask(context, offload, work(context, number)))
                        .map(future -> future.otherwise(String::valueOf))
                        .toList();
        try {
            Future.all(all).await(20, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            return new Verdict.Wrong(
                    "After 20 s a future still had no result.",
                    "What completes the future that you return?");
        }
        if (thrown.get() != null) {
            throw thrown.get();
        }
        var results = judge(all.stream().map(Future::result).toList());
        return results instanceof Verdict.Passed ? judgeFailing(context, offload) : results;
    }

    private Verdict judge(List<String> results) {
        if (onLoop.get()) {
            return new Verdict.Wrong(
                    "The work ran on the event loop itself.",
                    "Calling `work.call()` here is the stall: another thread must call it.");
        }
        if (loopWaited.get()) {
            return new Verdict.Wrong(
                    "The work ran on another thread, but the loop waited for it.",
                    "Return a future that is completed later; code on the loop must not wait.");
        }
        if (!results.equals(
                IntStream.range(0, TOGETHER).mapToObj(KeepTheLoopFree::result).toList())) {
            return new Verdict.Wrong(
                    "The result of the work did not come back; these results did: " + results,
                    "Return the future that `executeBlocking` gives you.");
        }
        if (calls.get() > TOGETHER) {
            return new Verdict.Wrong(
                    "Four pieces of work were called %d times.".formatted(calls.get()),
                    "Call `work.call()` once.");
        }
        var handOver = handOvers.stream().sorted().skip(1).findFirst().orElse(Duration.ZERO);
        if (handOver.compareTo(HAND_OVER) > 0) {
            return new Verdict.Wrong(
                    "Your code kept the loop for %s each time.".formatted(Text.of(handOver)),
                    "Code on the loop must not wait or sleep: return the future at once.");
        }
        return together.get() == TOGETHER ? passed() : notTogether();
    }

    private static Verdict passed() {
        return new Verdict.Passed("The loop stayed free and all four ran at once.");
    }

    private Verdict notTogether() {
        var seen =
                together.get() == 1
                        ? "the four ran one after the other."
                        : "only %d of the four ran at once.".formatted(together.get());
        return new Verdict.Wrong(
                "The loop stayed free, but " + seen,
                "Which threads run the work, and how many are there? With `executeBlocking`, look"
                        + " at its second parameter.");
    }

    private Verdict judgeFailing(Context context, Offload offload) {
        var failure = new IOException("no space left");
        var future =
                ask(
                        context,
                        offload,
                        () -> {
                            throw failure;
                        });
        try {
            future.await(5, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            return new Verdict.Wrong(
                    "When the work throws an exception, the future never ends.",
                    "Then nobody answers the client: fail the future with the exception.");
        } catch (Throwable e) {
            if (CauseChain.of(e).anyMatch(failure::equals)) {
                return passed();
            }
        }
        return new Verdict.Wrong(
                "The work threw an exception, and the future does not say so.",
                "Let the future fail with the exception of the work.");
    }

    /** On the loop, as a request's handler would be. */
    private Future<String> ask(Context context, Offload offload, Callable<String> work) {
        var answer = Promise.<String>promise();
        context.runOnContext(
                turn -> {
                    try {
                        long start = System.nanoTime();
                        var future = offload.run(context.owner(), work);
                        handOvers.add(Duration.ofNanos(System.nanoTime() - start));
                        requireNonNull(future, "no Future came back").onComplete(answer);
                    } catch (Exception e) {
                        thrown.set(e);
                        answer.fail(e);
                    }
                });
        return answer.future();
    }

    private static String result(int number) {
        return "result " + number;
    }

    private Callable<String> work(Context context, int number) {
        return () -> {
            calls.incrementAndGet();
            if (Context.isOnEventLoopThread()) {
                onLoop.set(true);
                return result(number);
            }
            together.accumulateAndGet(running.incrementAndGet(), Math::max);
            allAreHere.countDown();
            if (loopWaited.get() || !getsATurn(context)) {
                loopWaited.set(true);
            } else {
                allAreHere.await(2, TimeUnit.SECONDS);
            }
            running.decrementAndGet();
            return result(number);
        };
    }

    private static boolean getsATurn(Context context) throws InterruptedException {
        var turn = new CountDownLatch(1);
        context.runOnContext(ignored -> turn.countDown());
        return turn.await(2, TimeUnit.SECONDS);
    }
}
