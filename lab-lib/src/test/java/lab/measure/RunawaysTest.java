package lab.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import REPL.Spinning;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class RunawaysTest {

    @Test
    void aBusyThreadOfACellIsReportedWithItsLocationAndAFix() throws Exception {
        var spinning = new Spinning();
        var thread = Thread.ofPlatform().name("left-behind").daemon().start(spinning);
        spinning.awaitRunning();
        try {
            assertThatIllegalStateException()
                    .isThrownBy(Runaways::refuse)
                    .withMessageContaining("left-behind, at Spinning.run)")
                    .withMessageContaining("restart the kernel");
        } finally {
            spinning.stop();
            thread.join();
        }
        assertThat(Runaways.find()).isEmpty();
    }

    @Test
    void aBusyThreadOfACellThatRarelyGetsACpuIsReportedAsWell() throws Exception {
        var crowded = new AtomicBoolean(true);
        var spinning = new Spinning();
        try {
            for (int i = 0; i < 12 * Runtime.getRuntime().availableProcessors(); i++) {
                Thread.ofPlatform().daemon().start(() -> spinWhile(crowded));
            }
            Thread.ofPlatform().name("starved").daemon().start(spinning);
            spinning.awaitRunning();
            assertThat(Runaways.find()).singleElement().asString().contains("starved");
        } finally {
            spinning.stop();
            crowded.set(false);
        }
    }

    @Test
    void aWaitingThreadOfACellIsNotARunaway() throws Exception {
        var resting = new Spinning();
        var thread = Thread.ofPlatform().daemon().start(resting::rest);
        resting.awaitRunning();
        try {
            assertThat(Runaways.find()).isEmpty();
        } finally {
            resting.stop();
            thread.join();
        }
    }

    @Test
    void aBusyThreadOutsideOfCellsIsNotARunaway() throws Exception {
        var wanted = new AtomicBoolean(true);
        var thread = Thread.ofPlatform().daemon().start(() -> spinWhile(wanted));
        try {
            assertThatNoException().isThrownBy(Runaways::refuse);
        } finally {
            wanted.set(false);
            thread.join();
        }
    }

    private static void spinWhile(AtomicBoolean wanted) {
        while (wanted.get()) {
            Thread.onSpinWait();
        }
    }
}
