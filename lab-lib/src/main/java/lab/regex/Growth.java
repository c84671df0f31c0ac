package lab.regex;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lab.measure.Measured;
import lab.measure.Require;
import lab.measure.Steps;
import lab.measure.Sweep;
import lab.measure.Sweep.Line;
import lab.measure.Sweep.Point;

/**
 * How the steps of regular expressions grow with the length of the text (C30 to C33).
 *
 * @param sizes the lengths of the texts, ascending
 * @param curves one per pattern
 */
public record Growth(List<Integer> sizes, List<Curve> curves) implements Measured {

    /**
     * The steps of one pattern.
     *
     * @param steps one number per size, up to the size at which a match was given up
     * @param gaveUp whether a match was given up
     */
    public record Curve(String name, List<Long> steps, boolean gaveUp) {

        public Curve {
            steps = List.copyOf(steps);
        }

        /** The steps of the last finished size, divided by those of the first. */
        public double growth() {
            return steps.isEmpty() ? Double.NaN : (double) steps.getLast() / steps.getFirst();
        }
    }

    /**
     * The lengths of the texts that each pattern has to match.
     *
     * @param sizes two or more, ascending
     */
    public record Lengths(List<Integer> sizes) {

        public Lengths {
            sizes = sizes.stream().sorted().distinct().toList();
            Require.that(
                    sizes.size() >= 2,
                    "sizes must be two or more, were %d; try over(5, 10, 15)",
                    sizes.size());
        }

        /** The first pattern, measured now on a text of each length until it is given up. */
        public Growth of(String name, Regex regex, IntFunction<String> text) {
            return new Growth(sizes, List.of(curve(name, regex, text)));
        }

        /** The first pattern, of the JDK's engine, under its own name. */
        public Growth of(String pattern, IntFunction<String> text) {
            return of(pattern, Regex.jdk(pattern), text);
        }

        private Curve curve(String name, Regex regex, IntFunction<String> text) {
            Require.given(regex, "regex", "Regex.jdk(\"(a+)+b\")");
            Require.given(text, "text", "\"a\"::repeat");
            var steps = new ArrayList<Long>();
            try (var shown = Steps.of(sizes.size())) {
                for (int size : sizes) {
                    shown.next("%s, length %,d".formatted(name, size));
                    var match = regex.match(text.apply(size));
                    if (!match.finished()) {
                        return new Curve(name, steps, true);
                    }
                    steps.add(match.count());
                }
            }
            return new Curve(name, steps, false);
        }
    }

    public Growth {
        sizes = List.copyOf(sizes);
        curves = List.copyOf(curves);
    }

    /**
     * By how much one more character multiplies the steps of this curve, at its last two finished
     * sizes: 2 for a pattern that tries everything, nearly 1 where the steps grow with a power of
     * the length. NaN with fewer than two finished sizes.
     */
    public double perCharacter(Curve curve) {
        int last = curve.steps().size() - 1;
        if (last < 1) {
            return Double.NaN;
        }
        double factor = (double) curve.steps().get(last) / curve.steps().get(last - 1);
        return Math.pow(factor, 1.0 / (sizes.get(last) - sizes.get(last - 1)));
    }

    /** Texts of these lengths: {@code Growth.over(5, 10, 15).of(first, text).and(next, text)}. */
    public static Lengths over(int... sizes) {
        Require.given(sizes, "sizes", "over(5, 10, 15)");
        return new Lengths(Arrays.stream(sizes).boxed().toList());
    }

    /** And one more pattern, measured now. */
    public Growth and(String name, Regex regex, IntFunction<String> text) {
        var more = new ArrayList<>(curves);
        more.add(new Lengths(sizes).curve(name, regex, text));
        return new Growth(sizes, more);
    }

    /** And one more pattern of the JDK's engine, under its own name. */
    public Growth and(String pattern, IntFunction<String> text) {
        return and(pattern, Regex.jdk(pattern), text);
    }

    @Override
    public Sweep shape() {
        var lines = curves.stream().map(curve -> new Line(label(curve), points(curve))).toList();
        return new Sweep("Steps of a match", "length of the text", "steps", lines);
    }

    /** A line that ends early says so in the figure. */
    private String label(Curve curve) {
        return curve.gaveUp() && curve.steps().size() < sizes.size()
                ? "%s (given up at %,d)".formatted(curve.name(), sizes.get(curve.steps().size()))
                : curve.name();
    }

    private List<Point> points(Curve curve) {
        return IntStream.range(0, curve.steps().size())
                .mapToObj(i -> new Point(sizes.get(i), curve.steps().get(i)))
                .toList();
    }

    @Override
    public String finding() {
        return curves.stream().map(Growth::sentence).collect(Collectors.joining("; "));
    }

    private static String sentence(Curve curve) {
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
