package lab.bench;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lab.measure.Comparison.Bar;
import lab.measure.Text;

/**
 * What one benchmark came to: JMH's own mean and interval over all iterations of all forks, and the
 * forks one by one, which verdicts come from.
 *
 * @param name the method, with its class and parameters where the method alone is ambiguous
 * @param benchmark the class and method, without parameters
 * @param mode JMH's short name of what was measured: thrpt, avgt, sample or ss
 * @param value JMH's score, the mean
 * @param error half of JMH's 99.9 % interval; NaN with fewer than 3 samples
 * @param unit such as "ns/op" or "ops/ms"
 * @param samples how many iterations or sampled operations
 * @param percentiles for sampled times, from 50 to 100, else empty
 * @param parts members of a group, auxiliary counters and profilers' figures
 * @param forks one number for each fork; none for a score of an earlier session
 */
public record Score(
        String name,
        String benchmark,
        Map<String, String> params,
        String mode,
        double value,
        double error,
        String unit,
        long samples,
        Map<Double, Double> percentiles,
        List<Part> parts,
        Forks forks) {

    /** A score of which only JMH's own numbers are known. */
    public Score(
            String name,
            String benchmark,
            Map<String, String> params,
            String mode,
            double value,
            double error,
            String unit,
            long samples,
            Map<Double, Double> percentiles,
            List<Part> parts) {
        this(
                name,
                benchmark,
                params,
                mode,
                value,
                error,
                unit,
                samples,
                percentiles,
                parts,
                Forks.NONE);
    }

    /** A further figure of a benchmark; {@code detail} holds what has no single number. */
    public record Part(String label, double value, String unit, String detail) {

        private Part in(String other) {
            return new Part(label, ScoreUnit.convert(value, unit, other), other, detail);
        }
    }

    static final String ALLOCATED = "gc.alloc.rate.norm";

    /** The lower end of the interval, never below zero; the value itself without an interval. */
    public double low() {
        return Double.isNaN(error) ? value : Math.max(0, value - error);
    }

    /** The upper end of the interval. */
    public double high() {
        return Double.isNaN(error) ? value : value + error;
    }

    /** Bytes that one operation allocates, with the profiler "gc"; otherwise NaN. */
    public double allocatedBytes() {
        return parts.stream()
                .filter(part -> part.label().endsWith(ALLOCATED))
                .mapToDouble(Part::value)
                .findFirst()
                .orElse(Double.NaN);
    }

    /** The middle fork, which verdicts compare and figures draw; without forks, JMH's mean. */
    public double typical() {
        return forks.isEmpty() ? value : forks.median();
    }

    /** The same as the time of one operation, in nanoseconds, whatever the unit is. */
    public double typicalNanos() {
        return ScoreUnit.nanos(typical(), unit);
    }

    /**
     * How many times faster this is than another, from the spread between forks; without forks,
     * with the interval that JMH's two intervals allow.
     */
    public Factor over(Score slower) {
        var other = slower.in(unit);
        boolean rate = ScoreUnit.isRate(unit);
        if (forks.isEmpty() || other.forks.isEmpty()) {
            return rate ? byIntervals(other) : other.byIntervals(this);
        }
        return rate ? forks.over(other.forks) : other.forks.over(forks);
    }

    private Factor byIntervals(Score other) {
        boolean known = !Double.isNaN(error) && !Double.isNaN(other.error);
        return new Factor(
                value / other.value,
                known ? low() / other.high() : 0,
                known ? high() / other.low() : Double.POSITIVE_INFINITY);
    }

    Score from(Forks given) {
        return new Score(
                name,
                benchmark,
                params,
                mode,
                value,
                error,
                unit,
                samples,
                percentiles,
                parts,
                given);
    }

    boolean isCalled(String wanted) {
        return name.equals(wanted) || benchmark.equals(wanted) || benchmark.endsWith("." + wanted);
    }

    Score in(String other) {
        double factor = ScoreUnit.convert(1, unit, other);
        var converted = new TreeMap<Double, Double>();
        percentiles.forEach((p, v) -> converted.put(p, v * factor));
        return new Score(
                name,
                benchmark,
                params,
                mode,
                value * factor,
                error * factor,
                other,
                samples,
                converted,
                partsIn(other),
                forks.times(factor));
    }

    /** A member of a group is shown below the group, in the same unit. */
    private List<Part> partsIn(String other) {
        return parts.stream().map(p -> p.unit().equals(unit) ? p.in(other) : p).toList();
    }

    /** The typical fork, from the fastest to the slowest; without forks, JMH's interval. */
    Bar bar() {
        return forks.isEmpty()
                ? new Bar(name, benchmark, value, low(), high())
                : new Bar(name, benchmark, forks.median(), forks.lowest(), forks.highest());
    }

    /** "58.2 ± 0.4 ns/op". */
    String text() {
        var interval = Double.isNaN(error) ? "" : " ± " + Text.of(error);
        return Text.of(value) + interval + " " + unit;
    }
}
