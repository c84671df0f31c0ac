package lab.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CpuUseTest {

    @Test
    void otherProgramsThatUseNeededCpusAreACaveat() {
        assertThat(used(1, 1.4, 2).caveats())
                .containsExactly(
                        "other programs used 1.40 of 2 CPUs: trust the order, not the digits");
        assertThat(used(0.75, 0.5, 1).caveats().getFirst()).contains("0.500 of 1 CPU:");
    }

    @Test
    void otherProgramsOnUnneededCpusAreNoCaveat() {
        assertThat(used(1, 1, 4).caveats()).isEmpty();
        assertThat(used(3.4, 1, 4).caveats()).hasSize(1);
    }

    @Test
    void aLowUseByOtherProgramsIsNeverACaveat() {
        assertThat(used(1, 0.2, 1).caveats()).isEmpty();
    }

    @Test
    void cpuTimeTakenByTheHostOrALimitIsACaveat() {
        assertThat(new CpuUse(1, 0, 2, 0.1, 0.2).caveats())
                .containsExactly(
                        "the host gave 10 % of this machine's time to others",
                        "a CPU limit stopped this process 20 % of the time");
    }

    @Test
    void cpuTimeOfThisProcessIsNotCountedAsThatOfOthers() {
        var watch = CpuWatch.start();
        long end = System.nanoTime() + 300_000_000;
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }

        var use = watch.use();

        // On a shared machine this thread may get little CPU time, but it gets some.
        assertThat(use.own()).isBetween(0.0, 1.0 * use.cpus());
        assertThat(use.others()).isBetween(0.0, 1.0 * use.cpus());
    }

    @Test
    void cpuTimeOfAProcessIncludesTheChildrenThatItWaitedFor() {
        var stat = "17 (java (x) y) S 1 17 17 0 -1 4194304 9 8 7 6 100 20 3 4 20 0 30 0 5";

        assertThat(ProcessTimes.ticks(stat)).isEqualTo(127);
        assertThat(ProcessTimes.ticks(stat.split(" 100 ")[0])).isZero();
    }

    private static CpuUse used(double own, double others, int cpus) {
        return new CpuUse(own, others, cpus, 0, 0);
    }
}
