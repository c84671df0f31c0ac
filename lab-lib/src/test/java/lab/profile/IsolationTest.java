package lab.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class IsolationTest {

    @Test
    void theOtherWorkRunsOnlyWhileTheCallsBesideItAreMeasured() throws Exception {
        var others = new AtomicInteger();
        var quiet = new AtomicInteger();
        var busy = new AtomicInteger();

        var isolation =
                Isolation.of(
                        () -> (others.get() == 0 ? quiet : busy).incrementAndGet(),
                        () -> {
                            others.incrementAndGet();
                            Thread.sleep(20);
                            others.decrementAndGet();
                        });

        assertThat(isolation.alone().count()).isPositive();
        assertThat(busy.get()).isPositive().isLessThanOrEqualTo((int) isolation.beside().count());
        assertThat(others.get()).isZero();
        assertThat(isolation.others()).isEqualTo(Runtime.getRuntime().availableProcessors());
        assertThat(isolation.finding())
                .startsWith("alone p50 ")
                .contains("beside ", " other thread");
    }

    @Test
    void otherWorkThatFailsIsReported() {
        assertThatThrownBy(
                        () ->
                                Isolation.of(
                                        () -> {},
                                        () -> {
                                            throw new IllegalStateException("no such file");
                                        }))
                .hasMessage("no such file");
    }

    @Test
    void anInterruptStopsIt() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> Isolation.of(() -> {}, () -> {}))
                .isInstanceOf(InterruptedException.class);
    }
}
