package lab.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuietTest {

    @Test
    void aMachineIsQuietWhenOnlyTheCheckRuns() {
        var quiet = quiet(0.99, 0.1, 0.2, 0, 0);

        assertThat(quiet.isQuiet()).isTrue();
        assertThat(quiet.finding()).contains("is quiet").contains("99 %");
    }

    @Test
    void eachDisturbanceIsReported() {
        assertThat(quiet(0.99, 0.1, 1.2, 0, 0).finding())
                .contains("other programs use 1.20 of 2 CPUs");
        assertThat(quiet(0.99, 0.9, 0, 0, 0).finding()).contains("threads of this kernel");
        assertThat(quiet(0.99, 0, 0, 0.1, 0).finding()).contains("host gave 10 %");
        assertThat(quiet(0.99, 0, 0, 0, 0.2).finding())
                .contains("a CPU limit stopped this process 20 % of the time");
        assertThat(quiet(0.5, 0, 0, 0, 0).finding()).contains("gets only 50 % of it");
    }

    @Test
    void aFewBusyCpusOfManyAreNotADisturbance() {
        assertThat(new Quiet(0.99, 0, new CpuUse(1, 3, 32, 0, 0)).isQuiet()).isTrue();
    }

    @Test
    void busyCpusAndStolenTimeAreReadFromLinux() {
        // user nice system idle iowait irq softirq steal guest guest_nice
        var before = cpuTimes("0-1", "100 0 100 800 0 0 0 0 50 0", "0 0 0 0 0 0 0 0 0 0");
        var after = cpuTimes("0-1", "120 0 110 860 0 0 0 10 70 0", "0 0 0 100 0 0 0 0 0 0");

        assertThat(after.busyCpus(before)).isEqualTo(2 * 30 / 200.);
        assertThat(after.stolenShare(before)).isEqualTo(10 / 200.);
    }

    @Test
    void cpusThatThisProcessCannotUseDoNotCount() {
        var before = cpuTimes("0,2-3", "0 0 0 0", "0 0 0 0", "0 0 0 0", "0 0 0 0");
        var after = cpuTimes("0,2-3", "50 0 0 50", "100 0 0 0", "0 0 0 100", "10 0 0 90");

        assertThat(after.cpus()).isEqualTo(3);
        assertThat(after.busyCpus(before)).isEqualTo(3 * 60 / 300.);
    }

    @Test
    void aSystemWithoutTheseReportsIsNoError() {
        assertThat(CpuTimes.of(List.of(), List.of())).isEmpty();
    }

    @Test
    void theCheckDetectsItsOwnRunningThread() {
        assertThat(Quiet.check().ownShare()).isBetween(0.01, 1.1);
    }

    private static Quiet quiet(
            double ownShare, double kernel, double others, double stolen, double throttled) {
        return new Quiet(ownShare, kernel, new CpuUse(1, others, 2, stolen, throttled));
    }

    private static CpuTimes cpuTimes(String allowed, String... cpus) {
        var stat = new ArrayList<>(List.of("cpu  7 7 7 7", "intr 5"));
        for (var cpu : cpus) {
            stat.add("cpu%d %s".formatted(stat.size() - 2, cpu));
        }
        return CpuTimes.of(stat, List.of("Pid:\t1", "Cpus_allowed_list:\t" + allowed))
                .orElseThrow();
    }
}
