package lab.bench;

import java.util.List;
import lab.measure.Median;

/**
 * What the forks of one benchmark came to.
 *
 * @param medians one number for each fork, the median of its iterations
 * @param doubt how probable it may be that an interval made from them misses the true ratio
 */
public record Forks(List<Double> medians, double doubt) {

    static final Forks NONE = new Forks(List.of(), Looks.DOUBT);

    public Forks {
        medians = List.copyOf(medians);
    }

    boolean isEmpty() {
        return medians.isEmpty();
    }

    Forks times(double factor) {
        return new Forks(medians.stream().map(median -> median * factor).toList(), doubt);
    }

    /** The typical fork. */
    double median() {
        return Median.ofNumbers(medians);
    }

    double lowest() {
        return medians.stream().mapToDouble(Double::doubleValue).min().orElse(Double.NaN);
    }

    double highest() {
        return medians.stream().mapToDouble(Double::doubleValue).max().orElse(Double.NaN);
    }

    /** How many times as large these are as others. */
    Factor over(Forks others) {
        return ForkRatio.of(medians, others.medians, Math.min(doubt, others.doubt));
    }
}
