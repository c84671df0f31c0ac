package lab.course;

import static java.util.Objects.requireNonNull;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import lab.eventloop.LoopServer;
import lab.eventloop.Offload;
import lab.exercise.Verdict;

/** Exercise 02.1: four pieces of blocking work must run at once, none of them on the loop. */
final class KeepTheLoopFree {

    private static final int TOGETHER = 4;
    private static final String RESULT = "done";

    private final CountDownLatch allAreHere = new CountDownLatch(TOGETHER);
    private final AtomicBoolean onLoop = new AtomicBoolean();
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
        Future.all(all).await(20, TimeUnit.SECONDS);
        if (thrown.get() != null) {
            throw thrown.get();
        }
        if (onLoop.get()) {
            return new Verdict.Wrong(
                    "The work ran on the event loop itself.",
                    "Calling `work.call()` here is the stall; someone else has to call it.");
        }
        if (met.get() < TOGETHER) {
            return new Verdict.Wrong(
                    "The loop stayed free, but the four ran one after the other.",
                    "Look at the second parameter of `executeBlocking`.");
        }
        return all.stream().allMatch(one -> RESULT.equals(one.result()))
                ? new Verdict.Passed("The loop stayed free and all four ran at once.")
                : new Verdict.Wrong(
                        "The work was done, but its result did not come back: " + all,
                        "Return the future that `executeBlocking` gives you.");
    }

    /** On the loop, as a request's handler would be. */
    private Future<String> ask(Context context, Offload offload) {
        var answer = Promise.<String>promise();
        context.runOnContext(
                turn -> {
                    try {
                        var future = offload.run(context.owner(), work());
                        requireNonNull(future, "no Future came back").onComplete(answer);
                    } catch (Exception e) {
                        thrown.set(e);
                        answer.fail(e);
                    }
                });
        return answer.future();
    }

    private Callable<String> work() {
        return () -> {
            if (Context.isOnEventLoopThread()) {
                onLoop.set(true);
                return RESULT;
            }
            allAreHere.countDown();
            if (allAreHere.await(2, TimeUnit.SECONDS)) {
                met.incrementAndGet();
            }
            return RESULT;
        };
    }
}
