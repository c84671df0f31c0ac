package lab.bench;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lab.measure.Comparison.Bar;
import lab.measure.Text;

/**
 * What one benchmark came to.
 *
 * @param name the method, with its class and parameters where they tell benchmarks apart
 * @param benchmark the class and method, without parameters
 * @param mode JMH's short name of what was measured: thrpt, avgt, sample or ss
 * @param value the mean
 * @param error half of the 99.9 % interval; NaN with fewer than 3 samples
 * @param unit such as "ns/op" or "ops/ms"
 * @param samples how many iterations or sampled operations
 * @param percentiles for sampled times, from 50 to 100, else empty
 * @param parts members of a group, auxiliary counters and profilers' figures
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
        List<Part> parts) {

    /** A further figure of a benchmark; {@code detail} holds what has no single number. */
    public record Part(String label, double value, String unit, String detail) {

        private Part in(String other) {
            return new Part(label, Unit.convert(value, unit, other), other, detail);
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

    /** How many times faster this is than another, with the interval of that factor. */
    public Factor over(Score slower) {
        double otherValue = Unit.convert(slower.value, slower.unit, unit);
        double otherLow = Unit.convert(slower.low(), slower.unit, unit);
        double otherHigh = Unit.convert(slower.high(), slower.unit, unit);
        return Unit.isRate(unit)
                ? new Factor(value / otherValue, low() / otherHigh, high() / otherLow)
                : new Factor(otherValue / value, otherLow / high(), otherHigh / low());
    }

    boolean isCalled(String wanted) {
        return name.equals(wanted) || benchmark.equals(wanted) || benchmark.endsWith("." + wanted);
    }

    Score in(String other) {
        double factor = Unit.convert(1, unit, other);
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
                partsIn(other));
    }

    /** A member of a group stands below the group and shall be read beside it. */
    private List<Part> partsIn(String other) {
        return parts.stream().map(p -> p.unit().equals(unit) ? p.in(other) : p).toList();
    }

    Bar bar() {
        return new Bar(name, value, low(), high());
    }

    /** "58.2 ± 0.4 ns/op". */
    String text() {
        var interval = Double.isNaN(error) ? "" : " ± " + Text.of(error);
        return Text.of(value) + interval + " " + unit;
    }
}
