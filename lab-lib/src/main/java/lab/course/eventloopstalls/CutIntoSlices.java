package lab.course.eventloopstalls;

import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import lab.eventloop.Slicing;
import lab.exercise.Verdict;
import lab.measure.Text;
import lab.server.LoopServer;
import lab.server.Patience;
import lab.server.Work;

/** Exercise 02.2: a long job on the loop, while a client of the same loop is served in between. */
final class CutIntoSlices implements Slicing.Job {

    private static final int STEPS = 200;

    /** This many steps in a row without serving the other client are a stall: 60 ms. */
    private static final int MOST_IN_A_ROW = 30;

    private static final Duration STEP = Duration.ofMillis(2);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** A timer that goes on after the end fires again within this time. */
    private static final int AFTERWARDS = 10;

    private int left = STEPS;
    private int inARow;
    private int longest;
    private volatile Thread loop;
    private boolean leftTheLoop;
    private boolean wentBeyondTheEnd;
    private int timesDone;
    private boolean finished;

    private CutIntoSlices() {}

    static Verdict check(Slicing slicing) throws Exception {
        var job = new CutIntoSlices();
        try (var server = LoopServer.apart(1);
                var client = HttpClient.newHttpClient()) {
            server.on("/served", request -> job.served(request.response()));
            job.runUnder(server, client, slicing);
            client.shutdownNow();
        }
        return job.verdict();
    }

    private void runUnder(LoopServer server, HttpClient client, Slicing slicing) throws Exception {
        var request = HttpRequest.newBuilder(server.at("/served")).build();
        client.send(request, BodyHandlers.discarding());
        var done = Promise.<Void>promise();
        var context = server.vertx().getOrCreateContext();
        context.exceptionHandler(done::tryFail);
        context.runOnContext(turn -> start(server.vertx(), slicing, done));
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!done.future().isComplete() && System.nanoTime() < end) {
            client.send(request, BodyHandlers.discarding());
        }
        finished = done.future().isComplete();
        if (done.future().failed()) {
            throw asException(done.future().cause());
        }
        for (int i = 0; i < AFTERWARDS; i++) {
            client.send(request, BodyHandlers.discarding());
            Patience.await(server.vertx().timer(1));
        }
    }

    private void start(Vertx vertx, Slicing slicing, Promise<Void> done) {
        loop = Thread.currentThread();
        try {
            slicing.run(vertx, this, () -> isDone(done));
        } catch (RuntimeException e) {
            done.tryFail(e);
        }
    }

    private void isDone(Promise<Void> done) {
        timesDone++;
        done.tryComplete();
    }

    private static Exception asException(Throwable thrown) {
        return thrown instanceof Exception exception
                ? exception
                : new IllegalStateException(thrown);
    }

    private void served(io.vertx.core.http.HttpServerResponse response) {
        inARow = 0;
        response.end();
    }

    @Override
    public boolean isDone() {
        return left == 0;
    }

    @Override
    public void step() {
        leftTheLoop |= Thread.currentThread() != loop;
        wentBeyondTheEnd |= left <= 0;
        left = Math.max(0, left - 1);
        longest = Math.max(longest, ++inARow);
        Work.spin(STEP);
    }

    private Verdict verdict() {
        if (leftTheLoop) {
            return new Verdict.Wrong(
                    "Steps ran on another thread.",
                    "The job's data belongs to the loop: stay on it, but come back often.");
        }
        if (wentBeyondTheEnd) {
            return new Verdict.Wrong(
                    "job.step() was called although the job was done.",
                    "Ask `job.isDone()` before each step, also within a slice. A periodic timer"
                            + " goes on until it is cancelled.");
        }
        if (!finished) {
            return new Verdict.Wrong(
                    "done was not called within %s; %d of %d steps were left."
                            .formatted(Text.of(PATIENCE), left, STEPS),
                    left == 0
                            ? "Call `done.run()` once `job.isDone()`."
                            : "Is the pause between two slices much longer than a slice, or does"
                                    + " the chain of slices break off?");
        }
        if (left > 0) {
            return new Verdict.Wrong(
                    "%d of %d steps were left when done was called.".formatted(left, STEPS),
                    "Call `done.run()` once `job.isDone()`.");
        }
        if (timesDone > 1) {
            return new Verdict.Wrong(
                    "done was called %d times.".formatted(timesDone),
                    "Call `done.run()` once, and start no slice after it: does a timer go on?");
        }
        return longest <= MOST_IN_A_ROW
                ? new Verdict.Passed(
                        "At most %d steps in a row; the other client was served in between."
                                .formatted(longest))
                : new Verdict.Wrong(
                        "%d steps ran in a row while the other client waited.".formatted(longest),
                        "Does the loop look at the network between your slices?");
    }
}
