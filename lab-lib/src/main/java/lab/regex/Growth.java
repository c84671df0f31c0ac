package lab.regex;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lab.measure.Measured;
import lab.measure.Require;
import lab.measure.Sweep;
import lab.measure.Sweep.Line;
import lab.measure.Sweep.Point;

/**
 * How the steps of regular expressions grow with the length of the text (C30 to C33).
 *
 * @param sizes the lengths that are tried
 * @param curves one a pattern
 */
public record Growth(List<Integer> sizes, List<Curve> curves) implements Measured {

    /**
     * The steps of one pattern, one number a size; shorter than the sizes where a match was given
     * up.
     */
    public record Curve(String name, List<Long> steps, boolean gaveUp) {

        /**
         * How much the steps grow from one size to the next, at the upper end: 2 or more for every
         * character added is an explosion.
         */
        public double lastFactor() {
            int last = steps.size() - 1;
            return last < 1 ? Double.NaN : (double) steps.get(last) / steps.get(last - 1);
        }

        /** How much the steps grow from the first size to the last one that was finished. */
        public double growth() {
            return steps.isEmpty() ? Double.NaN : (double) steps.getLast() / steps.getFirst();
        }
    }

    public Growth {
        sizes = List.copyOf(sizes);
        curves = List.copyOf(curves);
    }

    /** Plans a sweep over these lengths, shortest first. */
    public static Growth over(int... sizes) {
        Require.given(sizes, "sizes", "over(5, 10, 15)");
        Require.that(
                sizes.length >= 2,
                "sizes must be two or more, were %d; try over(5, 10, 15)",
                sizes.length);
        return new Growth(Arrays.stream(sizes).boxed().toList(), List.of());
    }

    /** Adds a pattern, measured now on a text of each size until it has to be given up. */
    public Growth of(String name, Regex regex, IntFunction<String> text) {
        Require.given(regex, "regex", "Regex.jdk(\"(a+)+b\")");
        Require.given(text, "text", "\"a\"::repeat");
        var steps = new ArrayList<Long>();
        boolean gaveUp = false;
        for (int size : sizes) {
            var match = regex.match(text.apply(size));
            if (!match.finished()) {
                gaveUp = true;
                break;
            }
            steps.add(match.count());
        }
        var more = new ArrayList<>(curves);
        more.add(new Curve(name, steps, gaveUp));
        return new Growth(sizes, more);
    }

    /** Adds a pattern of the JDK's engine under its own name. */
    public Growth of(String pattern, IntFunction<String> text) {
        return of(pattern, Regex.jdk(pattern), text);
    }

    @Override
    public Sweep shape() {
        var lines = curves.stream().map(curve -> new Line(curve.name(), points(curve))).toList();
        return new Sweep("Steps of a match", "length of the text", "steps", lines);
    }

    private List<Point> points(Curve curve) {
        return IntStream.range(0, curve.steps().size())
                .mapToObj(i -> new Point(sizes.get(i), curve.steps().get(i)))
                .toList();
    }

    @Override
    public String finding() {
        return curves.stream().map(Growth::tell).collect(Collectors.joining("; "));
    }

    private static String tell(Curve curve) {
        String end = curve.gaveUp() ? ", then given up after %,d".formatted(Regex.MOST_STEPS) : "";
        return curve.steps().isEmpty()
                ? curve.name() + ": given up at once"
                : "%s: up to %,d steps%s".formatted(curve.name(), curve.steps().getLast(), end);
    }

    @Override
    public String toString() {
        return finding();
    }
}
