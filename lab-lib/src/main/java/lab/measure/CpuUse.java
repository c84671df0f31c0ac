package lab.measure;

import java.util.ArrayList;
import java.util.List;

/**
 * Who used the CPUs while something was measured.
 *
 * @param own how many CPUs this process and those that it started kept busy
 * @param others how many CPUs other programs kept busy; 0 where the system does not report it
 * @param cpus how many CPUs this process may run on
 * @param stolenShare the share of this machine's time that its host gave to other machines
 * @param throttledShare the share of the time in which a CPU limit, such as a container's, stopped
 *     this process
 */
public record CpuUse(
        double own, double others, int cpus, double stolenShare, double throttledShare) {

    private static final double NEGLIGIBLE = 0.25;
    private static final double HEADROOM = 0.5;
    private static final double NOTICEABLE = 0.03;

    /**
     * Why the numbers that were measured meanwhile deserve less trust: other programs count only
     * where they and this process together had hardly a CPU left.
     */
    public List<String> caveats() {
        var found = new ArrayList<String>();
        if (others > Math.max(NEGLIGIBLE, cpus - own - HEADROOM)) {
            found.add(
                    "other programs used %s: trust the order, not the digits"
                            .formatted(Text.cpus(others, cpus)));
        }
        found.addAll(limits());
        return found;
    }

    /** What kept the machine's CPUs from this process, other than programs on it. */
    List<String> limits() {
        var found = new ArrayList<String>();
        if (stolenShare > NOTICEABLE) {
            found.add(
                    "the host gave %s of this machine's time to others"
                            .formatted(Text.percent(stolenShare)));
        }
        if (throttledShare > NOTICEABLE) {
            found.add(
                    "a CPU limit stopped this process %s of the time"
                            .formatted(Text.percent(throttledShare)));
        }
        return found;
    }
}
