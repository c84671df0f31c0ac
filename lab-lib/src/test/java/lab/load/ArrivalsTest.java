package lab.load;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import lab.load.Model.Closed;
import lab.load.Model.Open;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ArrivalsTest {

    @Test
    void everyCallOfAnOpenLoopIsMadeOnceAndItsDelayIsMeasured() throws Exception {
        var calls = new AtomicInteger();

        var result =
                Arrivals.of(new Open(100), ofMillis(300))
                        .run("counting", arrival -> calls.incrementAndGet());

        assertThat(calls).hasValue(30);
        assertThat(result.answered()).isEqualTo(30);
        assertThat(result.lateness().count()).isEqualTo(30);
        assertThat(result.target()).isEqualTo("counting");
    }

    @Test
    void aClientOfAClosedLoopWaitsForEachReply() throws Exception {
        var running = new AtomicInteger();
        var most = new AtomicInteger();

        Arrivals.of(new Closed(3), ofMillis(200))
                .run(
                        "at most three",
                        arrival -> {
                            most.accumulateAndGet(running.incrementAndGet(), Math::max);
                            Thread.sleep(5);
                            running.decrementAndGet();
                        });

        assertThat(most).hasValue(3);
    }

    @Test
    void failuresAreCountedByTypeAndTheFirstIsKept() throws Exception {
        var calls = new AtomicInteger();

        var result =
                Arrivals.of(new Open(100), ofMillis(300))
                        .run(
                                "failing",
                                arrival -> {
                                    switch (calls.incrementAndGet() % 3) {
                                        case 0 -> throw new IllegalStateException("no luck");
                                        case 1 -> throw new CallFailed("status 503");
                                        default -> {}
                                    }
                                });

        assertThat(result.errors())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("IllegalStateException", 10L, "status 503", 10L));
        assertThat(result.answered()).isEqualTo(10);
        assertThat(result.firstError().orElseThrow()).isIn("no luck", "status 503");
    }

    @Test
    void aCallThatNeverEndsIsCountedAsUnanswered() throws Exception {
        var stuck = new CountDownLatch(1);

        var result =
                Arrivals.of(new Open(50), ofMillis(200))
                        .withGrace(ofMillis(100))
                        .run(
                                "deaf to interrupts",
                                arrival -> {
                                    while (stuck.getCount() > 0) {
                                        LockSupport.parkNanos(1_000_000);
                                        Thread.interrupted();
                                    }
                                });
        stuck.countDown();

        assertThat(result.answered()).isZero();
        assertThat(result.errors()).containsOnly(Map.entry("unanswered when the run ended", 10L));
    }

    @Test
    void serviceTimeStartsWhenTheRequestIsSent() throws Exception {
        var result =
                Arrivals.of(new Open(20), ofMillis(200))
                        .run(
                                "waits first",
                                arrival -> {
                                    Thread.sleep(50);
                                    arrival.sent();
                                });

        assertThat(result.response().p50()).isGreaterThanOrEqualTo(ofMillis(50));
        assertThat(result.service().p50()).isLessThan(ofMillis(25));
    }

    @Test
    void aCallIsClosedWhenTheRunEnds() throws Exception {
        var closed = new CountDownLatch(1);
        var call =
                new Call() {
                    @Override
                    public void run(Arrival arrival) {}

                    @Override
                    public void close() {
                        closed.countDown();
                    }
                };

        Arrivals.of(new Closed(1), ofMillis(20)).run("closing", call);

        assertThat(closed.getCount()).isZero();
    }

    @Test
    void poissonArrivalsKeepTheRateButNotTheGap() {
        var even = new Open(500).due(ofSeconds(20)).toArray();
        var random = new Open(500).poisson().due(ofSeconds(20)).toArray();

        assertThat(even).hasSize(10_000);
        assertThat((double) random.length).isCloseTo(10_000, within(300.0));
        assertThat(random).isSorted();
        // In a Poisson process 1 - 1/e of the gaps are shorter than the mean gap.
        long mean = 2_000_000;
        long shorter =
                LongStream.range(1, random.length)
                        .filter(i -> random[(int) i] - random[(int) i - 1] < mean)
                        .count();
        assertThat((double) shorter / random.length).isCloseTo(0.632, within(0.02));
        assertThat(new Open(500).poisson().due(ofSeconds(20)).toArray()).isEqualTo(random);
        assertThat(new Open(5).poisson())
                .hasToString("open loop, 5 requests a second at random (Poisson)");
    }

    @Test
    void invalidArgumentsAreRejectedWithAFix() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Arrivals.of(new Open(1), ofSeconds(0)))
                .withMessageContaining("time must be above 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Arrivals.of(new Open(1), ofSeconds(1)).run("nothing", null))
                .withMessageContaining("call must not be null");
    }
}
