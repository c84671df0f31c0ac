package lab.bench;

import java.util.List;

/**
 * How many times as much one benchmark takes as another, from the spread between forks.
 *
 * <p>Iterations of one fork share its compiled code and its memory layout, so they say little about
 * the next fork; forks are the sample (Kalibera and Jones, "Rigorous Benchmarking in Reasonable
 * Time", 2013). Each fork is one number, the median of its iterations. Forks of both benchmarks run
 * in rounds in random order (Abedi and Brecht, "Conducting Repeatable Experiments in Highly
 * Variable Cloud Computing Environments", 2017), so that what slows one slows both. The ratio and
 * its interval are those of the logarithms: by ranks where there are enough forks ({@link
 * RankInterval}), otherwise by a careful t ({@link SpreadInterval}).
 */
final class ForkRatio {

    private ForkRatio() {}

    /**
     * The ratio of the first to the second.
     *
     * @param first one positive number for each fork, at least one
     * @param doubt how probable it may be that the interval misses the true ratio
     */
    static Factor of(List<Double> first, List<Double> second, double doubt) {
        var ones = logarithms(first);
        var others = logarithms(second);
        var shift =
                RankInterval.canReach(ones.length, others.length, doubt)
                        ? RankInterval.of(ones, others, doubt)
                        : SpreadInterval.of(ones, others, doubt);
        return new Factor(Math.exp(shift.value()), Math.exp(shift.low()), Math.exp(shift.high()));
    }

    /** What takes no time at all still has a logarithm. */
    private static double[] logarithms(List<Double> forks) {
        return forks.stream().mapToDouble(one -> Math.log(Math.max(one, 1e-12))).toArray();
    }
}
