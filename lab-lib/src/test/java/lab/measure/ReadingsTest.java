package lab.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ReadingsTest {

    @Test
    void theListenerGetsAllReadingsAfterEachOne() throws Exception {
        var three = new CountDownLatch(3);
        var last = new AtomicReference<List<Duration>>(List.of());
        try (var readings =
                new Readings<>(
                        "test",
                        at -> at,
                        all -> {
                            last.set(List.copyOf(all));
                            three.countDown();
                        })) {
            assertThat(three.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(readings.all()).isSorted().startsWith(last.get().getFirst());
        }
    }

    @Test
    void afterClosingNothingIsRead() {
        var readings = new Readings<>("test", at -> at, all -> {});
        readings.close();
        var atTheEnd = List.copyOf(readings.all());

        assertThat(readings.all()).isEqualTo(atTheEnd).isNotEmpty();
        readings.close();
    }
}
