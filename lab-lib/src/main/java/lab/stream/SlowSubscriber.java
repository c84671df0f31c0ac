package lab.stream;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;

/** Takes one item after the other and needs the same time for each. */
final class SlowSubscriber implements Flow.Subscriber<Integer> {

    private static final int PATIENCE_SECONDS = 20;

    private final Duration each;
    private final CountDownLatch end = new CountDownLatch(1);
    private volatile Flow.Subscription subscription;
    private volatile int delivered;
    private volatile int waiting;

    SlowSubscriber(Duration each) {
        this.each = each;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        given.request(1);
    }

    @Override
    public void onNext(Integer item) {
        try {
            Thread.sleep(each);
            delivered = delivered + 1;
            subscription.request(1);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            subscription.cancel();
        }
    }

    @Override
    public void onError(Throwable error) {
        end.countDown();
    }

    @Override
    public void onComplete() {
        end.countDown();
    }

    /** Called by the publisher's thread only. */
    void note(int lag) {
        waiting = Math.max(waiting, lag);
    }

    void awaitEnd() throws InterruptedException {
        end.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    void stop() {
        if (subscription != null) {
            subscription.cancel();
        }
    }

    int delivered() {
        return delivered;
    }

    int waiting() {
        return waiting;
    }
}
