package lab.course.eventloopstalls;

import static java.util.Objects.requireNonNull;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import lab.eventloop.Offload;
import lab.exercise.Verdict;
import lab.server.LoopServer;

/** Exercise 02.1: four pieces of blocking work must run at once, none of them on the loop. */
final class KeepTheLoopFree {

    private static final int TOGETHER = 4;
    private static final String RESULT = "done";

    private final CountDownLatch allAreHere = new CountDownLatch(TOGETHER);
    private final AtomicBoolean onLoop = new AtomicBoolean();
    private final AtomicBoolean loopWaited = new AtomicBoolean();
    private final AtomicInteger met = new AtomicInteger();
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
                Stream.generate(() -> ask(context, offload))
                        .limit(TOGETHER)
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
        return judge(all.stream().map(Future::result).toList());
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
        if (!results.stream().allMatch(RESULT::equals)) {
            return new Verdict.Wrong(
                    "The result of the work did not come back; these results did: " + results,
                    "Return the future that `executeBlocking` gives you.");
        }
        return met.get() == TOGETHER
                ? new Verdict.Passed("The loop stayed free and all four ran at once.")
                : new Verdict.Wrong(
                        "The loop stayed free, but the four ran one after the other.",
                        "Look at the second parameter of `executeBlocking`.");
    }

    /** On the loop, as a request's handler would be. */
    private Future<String> ask(Context context, Offload offload) {
        var answer = Promise.<String>promise();
        context.runOnContext(
                turn -> {
                    try {
                        var future = offload.run(context.owner(), work(context));
                        requireNonNull(future, "no Future came back").onComplete(answer);
                    } catch (Exception e) {
                        thrown.set(e);
                        answer.fail(e);
                    }
                });
        return answer.future();
    }

    private Callable<String> work(Context context) {
        return () -> {
            if (Context.isOnEventLoopThread()) {
                onLoop.set(true);
                return RESULT;
            }
            allAreHere.countDown();
            if (loopWaited.get() || !getsATurn(context)) {
                loopWaited.set(true);
                return RESULT;
            }
            if (allAreHere.await(2, TimeUnit.SECONDS)) {
                met.incrementAndGet();
            }
            return RESULT;
        };
    }

    private static boolean getsATurn(Context context) throws InterruptedException {
        var turn = new CountDownLatch(1);
        context.runOnContext(ignored -> turn.countDown());
        return turn.await(2, TimeUnit.SECONDS);
    }
}
