package lab.child;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.Serializable;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class ChildJvmTest {

    private static final ChildJvm SMALL = ChildJvm.withHeap(16);

    @Test
    void aJobReturnsItsResultAndWhatItCost() throws Exception {
        var ended = run(SMALL, () -> Runtime.getRuntime().maxMemory());

        assertThat(ended.outcome()).isEqualTo(Outcome.ENDED);
        assertThat(ended.result().orElseThrow()).isBetween(15L << 20, 16L << 20);
        assertThat(ended.spent().wall()).isPositive();
        assertThat(ended.spent().heap()).isPositive();
        assertThat(ended.error()).isEmpty();
    }

    @Test
    void aHeapThatIsTooSmallIsToldApartFromAnException() throws Exception {
        assertThat(run(SMALL, () -> new byte[32 << 20].length).outcome())
                .isEqualTo(Outcome.OUT_OF_MEMORY);
        assertThat(run(SMALL, ChildJvmTest::fillDirectMemory).outcome())
                .as("the JVM does not end itself for this one")
                .isEqualTo(Outcome.OUT_OF_MEMORY);

        var failed = run(SMALL, ChildJvmTest::refuse);
        assertThat(failed.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(failed.error()).contains("IllegalStateException: no");
        assertThat(failed.result()).isEmpty();
    }

    private static int fillDirectMemory() {
        var all = new ArrayList<ByteBuffer>();
        while (all.size() < 1_000) {
            all.add(ByteBuffer.allocateDirect(1 << 20));
        }
        return all.size();
    }

    private static int refuse() {
        throw new IllegalStateException("no");
    }

    @Test
    void aJobThatDoesNotEndIsEnded() throws Exception {
        var ended = run(SMALL.within(Duration.ofMillis(800)), ChildJvmTest::waitForever);

        assertThat(ended.outcome()).isEqualTo(Outcome.TOO_LONG);
    }

    private static int waitForever() throws InterruptedException {
        new CountDownLatch(1).await();
        return 0;
    }

    @Test
    void aThreadThatTheJobHasLeftDoesNotKeepTheJvmAlive() throws Exception {
        assertThat(run(SMALL, ChildJvmTest::leaveThread).outcome()).isEqualTo(Outcome.ENDED);
    }

    private static int leaveThread() {
        Thread.ofPlatform().start(() -> assertThatThrownBy(ChildJvmTest::waitForever));
        return 1;
    }

    @Test
    void theCollectorIsTheNamedOne() throws Exception {
        assertThat(run(SMALL.collector("Parallel"), ChildJvmTest::collector).result())
                .hasValueSatisfying(name -> assertThat(name).contains("PS"));
        assertThat(run(SMALL, ChildJvmTest::collector).result()).hasValue("Copy");
    }

    private static String collector() {
        return ManagementFactory.getGarbageCollectorMXBeans().getFirst().getName();
    }

    @Test
    void whatCannotBeSentIsRefusedWithAWayOut() {
        var latch = new CountDownLatch(1);

        assertThatThrownBy(() -> run(SMALL, () -> (int) latch.getCount()))
                .hasMessageContaining("java.util.concurrent.CountDownLatch")
                .hasMessageContaining("create it inside the code");
    }

    @Test
    void boundsAndNamesAreChecked() {
        assertThatThrownBy(() -> ChildJvm.withHeap(4)).hasMessageContaining("8 to 4,096");
        assertThatThrownBy(() -> SMALL.collector("CMS"))
                .hasMessageContaining("CMS")
                .hasMessageContaining("Serial");
    }

    @Test
    void exitCodesHaveTheirMeaning() {
        assertThat(Outcome.ofExit(0)).isEqualTo(Outcome.ENDED);
        assertThat(Outcome.ofExit(3)).isEqualTo(Outcome.OUT_OF_MEMORY);
        assertThat(Outcome.ofExit(137)).isEqualTo(Outcome.KILLED);
        assertThat(Outcome.ofExit(1)).isEqualTo(Outcome.FAILED);
    }

    private static <R extends Serializable> Ended<R> run(ChildJvm jvm, Job<R> job)
            throws Exception {
        return jvm.run(job, job);
    }
}
