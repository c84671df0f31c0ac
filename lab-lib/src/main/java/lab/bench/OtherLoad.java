package lab.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lab.measure.CpuWatch;
import lab.measure.Text;
import lab.measure.ThreadTimes;

/**
 * What else kept CPUs busy while a benchmark ran: other programs, and the kernel's threads other
 * than the one that waits for the result.
 */
final class OtherLoad {

    private static final double NEGLIGIBLE = 0.25;

    private final CpuWatch watch = CpuWatch.start();
    private final ThreadTimes kernel = ThreadTimes.now();

    /** Why the scores deserve less trust; to be asked before the harness ends. */
    List<String> caveats() {
        var found = new ArrayList<>(watch.use().caveats());
        ofKernel(ThreadTimes.now().busyCpus(kernel)).ifPresent(found::add);
        return found;
    }

    static Optional<String> ofKernel(double busyCpus) {
        return busyCpus <= NEGLIGIBLE
                ? Optional.empty()
                : Optional.of(
                        ("the kernel itself used %s CPUs: code of an earlier cell is still"
                                        + " running; restart the kernel")
                                .formatted(Text.of(busyCpus)));
    }
}
