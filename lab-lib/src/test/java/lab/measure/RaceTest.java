package lab.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RaceTest {

    private final AtomicLong clock = new AtomicLong();
    private final StringBuilder order = new StringBuilder();

    @Test
    void theSlowerTaskIsNamedWithItsRatioWhicheverComesFirst() throws Exception {
        var race = race(taking("fast", 100), taking("slow", 400));

        assertThat(race.ratio().value()).isEqualTo(0.25);
        assertThat(race.first().median()).isEqualTo(Duration.ofMillis(100));
        assertThat(race.finding()).startsWith("\"slow\" took ×4 (×4 to ×4) as long as \"fast\"");
        assertThat(race.shape().bars().getLast().value()).isEqualTo(400);
    }

    @Test
    void tasksRunInTurnsSoThatADriftDisturbsBothAlike() throws Exception {
        race(taking("a", 500), taking("b", 500));

        assertThat(order.toString()).endsWith("abbaabbaabba").hasSize(2 + 12);
    }

    @Test
    void equalTasksAreInconclusive() throws Exception {
        var race = race(taking("one", 100), taking("other", 100));

        assertThat(race.finding()).startsWith("inconclusive");
    }

    @Test
    void aTaskThatFailsIsNamed() {
        Task failing =
                () -> {
                    throw new java.io.IOException("no disk");
                };

        assertThatIllegalStateException()
                .isThrownBy(() -> Race.between("broken", failing, "fine", () -> {}))
                .withMessageContaining("\"broken\" failed")
                .withMessageContaining("no disk");
    }

    @Test
    void anInterruptEndsTheRace() {
        assertThatExceptionOfType(InterruptedException.class)
                .isThrownBy(
                        () ->
                                Race.between(
                                        "a",
                                        () -> Thread.currentThread().interrupt(),
                                        "b",
                                        () -> {}));
        assertThat(Thread.interrupted()).isFalse();
    }

    private Race race(Race.Lane first, Race.Lane second) throws InterruptedException {
        return Race.run(first, second, clock::get);
    }

    private Race.Lane taking(String name, long millis) {
        return new Race.Lane(
                name,
                () -> {
                    order.append(name.charAt(0));
                    clock.addAndGet(millis * 1_000_000);
                },
                clock::get);
    }
}
