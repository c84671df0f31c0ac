package lab.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class QuietTest {

    @Test
    void aMachineIsQuietWhenItsOnlyLoadIsTheCheckItself() {
        var quiet = new Quiet(0.99, 0.1, 0.2, 2, 0);

        assertThat(quiet.isQuiet()).isTrue();
        assertThat(quiet.finding()).contains("is quiet").contains("99 %");
    }

    @Test
    void whateverDisturbsIsNamed() {
        assertThat(new Quiet(0.99, 0.1, 1.2, 2, 0).finding())
                .contains("other programs use 1.20 of 2 CPUs");
        assertThat(new Quiet(0.99, 0.9, 0, 2, 0).finding()).contains("threads of this kernel");
        assertThat(new Quiet(0.99, 0, 0, 2, 0.1).finding()).contains("host gives 10 %");
        assertThat(new Quiet(0.5, 0, 0, 2, 0).finding()).contains("gets only 50 % of it");
    }

    @Test
    void aFewBusyCpusOfManyDisturbNobody() {
        assertThat(new Quiet(0.99, 0, 3, 32, 0).isQuiet()).isTrue();
    }

    @Test
    void linuxTellsHowManyCpusWereBusyAndWhatTheHostTook() {
        // user nice system idle iowait irq softirq steal guest guest_nice
        var before = CpuTimes.of(stat("cpu  100 0 100 800 0 0 0 0 50 0")).orElseThrow();
        var after = CpuTimes.of(stat("cpu  120 0 110 860 0 0 0 10 70 0")).orElseThrow();

        assertThat(after.busyCpus(before)).isEqualTo(2 * 30 / 100.);
        assertThat(after.stolenShare(before)).isEqualTo(0.1);
    }

    @Test
    void aSystemThatTellsNothingIsNoError() {
        assertThat(CpuTimes.of(List.of())).isEmpty();
    }

    @Test
    void theCheckSeesItsOwnThreadRun() {
        assertThat(Quiet.check().ownShare()).isBetween(0.01, 1.1);
    }

    private static List<String> stat(String all) {
        return List.of(all, "cpu0 1 2 3 4", "cpu1 1 2 3 4", "intr 5");
    }
}
