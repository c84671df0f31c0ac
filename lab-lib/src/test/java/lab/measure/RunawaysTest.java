package lab.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import REPL.Spinning;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class RunawaysTest {

    @Test
    void aThreadOfACellThatBurnsACoreIsNamedWithItsPlaceAndTheWayOut() throws Exception {
        var spinning = new Spinning();
        var thread = Thread.ofPlatform().name("left-behind").daemon().start(spinning);
        spinning.awaitRunning();
        try {
            assertThatIllegalStateException()
                    .isThrownBy(Runaways::refuse)
                    .withMessageContaining("left-behind, at Spinning.run")
                    .withMessageContaining("restart the kernel");
        } finally {
            spinning.stop();
            thread.join();
        }
        assertThat(Runaways.find()).isEmpty();
    }

    @Test
    void aThreadThatBurnsACoreButBelongsToNoCellIsNoRunaway() throws Exception {
        var running = new CountDownLatch(1);
        var thread =
                Thread.ofPlatform()
                        .daemon()
                        .start(
                                () -> {
                                    running.countDown();
                                    while (!Thread.currentThread().isInterrupted()) {
                                        Thread.onSpinWait();
                                    }
                                });
        running.await();
        try {
            assertThatNoException().isThrownBy(Runaways::refuse);
        } finally {
            thread.interrupt();
            thread.join();
        }
    }
}
