package lab.measure;

import java.util.ArrayList;
import java.util.List;

/**
 * Who used the CPUs during a measurement.
 *
 * @param own how many CPUs this process and its child processes kept busy
 * @param others how many CPUs other programs kept busy; 0 if the system does not report it
 * @param cpus how many CPUs this process may use
 * @param stolenShare the share of this machine's CPU time that its host gave to other machines
 * @param throttledShare the share of the time in which a CPU limit, such as a container's, stopped
 *     this process
 */
public record CpuUse(
        double own, double others, int cpus, double stolenShare, double throttledShare) {

    private static final double NEGLIGIBLE = 0.25;
    private static final double HEADROOM = 0.5;
    private static final double NOTICEABLE = 0.03;

    /**
     * Why the numbers of this measurement deserve less trust. Other programs count only if together
     * with this process they kept almost all CPUs busy.
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

    /** What kept this process from using the CPUs, apart from other programs on the machine. */
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
