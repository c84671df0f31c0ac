package lab.course.eventloopstalls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.FutureTask;
import lab.eventloop.Offload;
import lab.eventloop.Slicing;
import lab.exercise.Todo;
import lab.exercise.Verdict;
import org.junit.jupiter.api.Test;

class EventLoopStallsTest {

    @Test
    void anOffloadMustLeaveTheLoopAndRunInParallel() throws Exception {
        assertThat(KeepTheLoopFree.check((vertx, work) -> vertx.executeBlocking(work, false)))
                .isInstanceOf(Verdict.Passed.class);
        assertThat(seen(KeepTheLoopFree.check((vertx, work) -> vertx.executeBlocking(work))))
                .contains("one after the other");
        assertThat(
                        seen(
                                KeepTheLoopFree.check(
                                        (vertx, work) -> Future.succeededFuture(work.call()))))
                .contains("on the event loop itself");
    }

    @Test
    void anExceptionOfAnOffloadReachesTheCheckSoThatAStarterIsNotYet() {
        Offload untouched =
                (vertx, work) -> {
                    throw new Todo();
                };

        assertThatThrownBy(() -> KeepTheLoopFree.check(untouched)).isInstanceOf(Todo.class);
    }

    @Test
    void anOffloadWithoutAFutureIsReported() {
        assertThatThrownBy(() -> KeepTheLoopFree.check((vertx, work) -> null))
                .hasMessage("no Future came back");
    }

    @Test
    void aDroppedResultIsDetected() throws Exception {
        Offload dropping = (vertx, work) -> vertx.executeBlocking(work, false).map("lost");

        assertThat(seen(KeepTheLoopFree.check(dropping))).contains("did not come back");
    }

    @Test
    void aLoopThatWaitsForTheWorkIsBlocked() throws Exception {
        Offload waiting =
                (vertx, work) -> {
                    var task = new FutureTask<>(work);
                    Thread.startVirtualThread(task);
                    return Future.succeededFuture(task.get());
                };

        assertThat(seen(KeepTheLoopFree.check(waiting))).contains("the loop waited for it");
    }

    @Test
    void anIncompleteResultIsDetected() throws Exception {
        Offload hasty =
                (vertx, work) -> {
                    vertx.executeBlocking(work, false);
                    return Future.succeededFuture("soon");
                };

        assertThat(seen(KeepTheLoopFree.check(hasty))).contains("these results did: [soon");
    }

    @Test
    void slicesMustLetOtherRequestsRunInBetween() throws Exception {
        assertThat(CutIntoSlices.check(EventLoopStallsTest::byTimer))
                .isInstanceOf(Verdict.Passed.class);
        assertThat(seen(CutIntoSlices.check(EventLoopStallsTest::byContext))).contains("in a row");
    }

    @Test
    void completingBeforeTheLastStepIsDetected() throws Exception {
        Slicing lazy = (vertx, job, done) -> done.run();

        assertThat(seen(CutIntoSlices.check(lazy))).contains("were left when done was called");
    }

    private static void byTimer(Vertx vertx, Slicing.Job job, Runnable done) {
        if (job.isDone()) {
            done.run();
            return;
        }
        job.step();
        vertx.setTimer(1, again -> byTimer(vertx, job, done));
    }

    private static void byContext(Vertx vertx, Slicing.Job job, Runnable done) {
        if (job.isDone()) {
            done.run();
            return;
        }
        job.step();
        vertx.runOnContext(again -> byContext(vertx, job, done));
    }

    @Test
    void anAlertOnAPercentileMissesTheOutage() {
        var limit = Duration.ofMillis(50);

        assertThat(seen(AlertOnTheMaximum.check(lag -> lag.latency().p99().compareTo(limit) > 0)))
                .contains("an outage of one second", "stayed silent");
        assertThat(seen(AlertOnTheMaximum.check(lag -> lag.latency().p999().compareTo(limit) > 0)))
                .contains("a whole minute", "stayed silent");
        assertThat(seen(AlertOnTheMaximum.check(lag -> lag.latency().mean().toMillis() >= 2)))
                .contains("a busy day", "fired");
        assertThat(AlertOnTheMaximum.check(lag -> lag.latency().max().compareTo(limit) > 0))
                .isInstanceOf(Verdict.Passed.class);
        assertThat(AlertOnTheMaximum.check(lag -> lag.longestSilence().compareTo(limit) > 0))
                .isInstanceOf(Verdict.Passed.class);
    }

    @Test
    void aPatternMustAcceptTheSameTextsInLinearTime() {
        assertThat(LinearPattern.check("^[a-z]+(?:,[a-z]+)*,?$"))
                .isInstanceOf(Verdict.Passed.class);
        assertThat(seen(LinearPattern.check("^[a-z,]+$"))).contains("should be refused");
        assertThat(seen(LinearPattern.check("^([a-z]+?,?)+?,?$"))).contains("given up");
        assertThat(seen(LinearPattern.check("^[a-z"))).contains("not a pattern");
    }

    private static String seen(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Wrong.class);
        return verdict.text();
    }
}
