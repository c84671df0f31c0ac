package lab.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThrottlingTest {

    private static final Path ROOT = Path.of("/sys/fs/cgroup");

    @Test
    void bothVersionsOfControlGroupsAreRead() {
        assertThat(Throttling.nanos(List.of("nr_throttled 3", "throttled_usec 1500")))
                .hasValue(1_500_000);
        assertThat(Throttling.nanos(List.of("nr_throttled 3", "throttled_time 1500")))
                .hasValue(1_500);
    }

    @Test
    void withoutALimitThereIsNothingToRead() {
        assertThat(Throttling.nanos(List.of("usage_usec 12"))).isEmpty();
    }

    @Test
    void theFolderOfTheGroupIsPreferredToTheRootOfTheContainer() {
        assertThat(Throttling.candidates(List.of("0::/user/lab"), ROOT))
                .containsExactly(ROOT.resolve("user/lab/cpu.stat"), ROOT.resolve("cpu.stat"));
    }

    @Test
    void inVersionOneTheCpuGroupIsUsed() {
        assertThat(Throttling.candidates(List.of("4:memory:/m", "2:cpu,cpuacct:/c"), ROOT))
                .containsExactly(
                        ROOT.resolve("cpu,cpuacct/c/cpu.stat"),
                        ROOT.resolve("cpu,cpuacct/cpu.stat"));
    }
}
