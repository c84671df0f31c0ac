package lab.bench;

import java.util.List;
import lab.measure.Median;

/**
 * Sees whether a fork was still getting faster when it began to count: the JIT compiler had not
 * finished, and the median of what was counted does not describe the compiled code.
 */
final class WarmingUp {

    /** More than noise does to a median of five. */
    private static final double FASTER = 1.05;

    private static final double STILL = 1.03;
    private static final int FEWEST = 4;

    private WarmingUp() {}

    /**
     * Whether the time went down from the end of the warm-up to the counted iterations, and among
     * those from the first half to the second.
     *
     * @param warmups times of the iterations of the warm-up
     * @param counted times of those that count
     */
    static boolean isSeen(List<Double> warmups, List<Double> counted) {
        if (warmups.size() < FEWEST || counted.size() < FEWEST) {
            return false;
        }
        int half = counted.size() / 2;
        var last = warmups.subList(warmups.size() - FEWEST, warmups.size());
        double early = Median.ofNumbers(counted.subList(0, half));
        double late = Median.ofNumbers(counted.subList(counted.size() - half, counted.size()));
        return Median.ofNumbers(last) > FASTER * Median.ofNumbers(counted) && early > STILL * late;
    }
}
