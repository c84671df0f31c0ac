package lab.threads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HogsTest {

    @Test
    void virtualHogsOnEveryCarrierLetNoOtherVirtualThreadStart() throws Exception {
        var hogs = Hogs.of("virtual", Thread.ofVirtual().factory());

        assertThat(hogs.run("virtual").started()).isZero();
        assertThat(hogs.run("virtual").hogs()).isEqualTo(hogs.carriers());
    }

    @Test
    void platformHogsAreInterruptedByTheSystemSoAllStart() throws Exception {
        var hogs = Hogs.of("platform", Thread.ofPlatform().daemon().factory());

        assertThat(hogs.run("platform").started()).isEqualTo(50);
        assertThat(hogs.finding()).contains("50 of 50 started");
    }

    @Test
    void withoutHogsAllStart() throws Exception {
        var hogs = Hogs.of("no hogs", Thread.ofVirtual().factory(), 0);

        assertThat(hogs.run("no hogs").started()).isEqualTo(50);
    }

    @Test
    void afterTheMeasurementNothingIsHeldUp() throws Exception {
        var twice =
                Hogs.of("virtual", Thread.ofVirtual().factory())
                        .and("none", Thread.ofVirtual().factory(), 0);

        assertThat(twice.run("none").started()).isEqualTo(50);
    }

    @Test
    void wrongArgumentsAreNamed() {
        assertThatThrownBy(() -> Hogs.of("many", Thread.ofVirtual().factory(), 1_000))
                .hasMessageContaining("hogs");
        assertThatThrownBy(() -> Hogs.of("none", null)).hasMessageContaining("threads");
    }
}
