package lab.eventloop;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lab.measure.Comparison;
import lab.measure.Comparison.Bar;
import lab.measure.Distribution;
import lab.measure.Latency;
import lab.measure.Measured;
import lab.measure.Millis;
import lab.measure.Require;
import lab.measure.Text;

/**
 * Several experiments side by side.
 *
 * @param all in the order in which they ran
 */
public record Stalls(List<Stall> all) implements Measured {

    private static final int FEW = 3;
    private static final String CALM = "/fast";

    public Stalls {
        all = List.copyOf(all);
    }

    /** These experiments side by side. */
    public static Stalls of(Stall... all) {
        return new Stalls(List.of(Require.allGiven(all, "stall", "Stalls.of(calm, asleep)")));
    }

    /** The experiment that requested this path. */
    public Stall at(String path) {
        return Require.known(path, "experiment with", all, Stall::path);
    }

    @Override
    public List<String> caveats() {
        return all.stream().flatMap(Stalls::caveats).toList();
    }

    private static Stream<String> caveats(Stall stall) {
        return stall.caveats().stream().map(caveat -> stall.path() + ": " + caveat);
    }

    @Override
    public Distribution shape() {
        var curves = new LinkedHashMap<String, Latency>();
        all.forEach(stall -> curves.put(during(stall), stall.fast()));
        return new Distribution("How long clients of /fast wait", curves);
    }

    /** The calm loop, with which the others are compared, has only the clients of /fast. */
    private static String during(Stall stall) {
        var path = stall.path();
        return "while %s is requested".formatted(path.equals(CALM) ? "only " + path : path);
    }

    @Override
    public String finding() {
        return told().map(stall -> during(stall) + ", " + stall.waiting())
                .collect(Collectors.joining("; "));
    }

    /** More than three would be a paragraph of numbers: the best and the worst, by p99. */
    private Stream<Stall> told() {
        var byP99 = Comparator.comparing((Stall stall) -> stall.fast().p99());
        return all.size() <= FEW
                ? all.stream()
                : Stream.of(Collections.min(all, byP99), Collections.max(all, byP99));
    }

    /** Only the p99 of each, as bars. */
    public Measured p99() {
        var bars = all.stream().map(stall -> Bar.exact(stall.path(), p99(stall.fast()))).toList();
        var finding =
                told().map(stall -> p99InWords(stall) + " " + during(stall))
                        .collect(Collectors.joining("; ", "p99 of /fast: ", ""));
        return as(
                new Comparison("p99 of /fast, while another path is requested", "ms", bars),
                finding);
    }

    private static String p99InWords(Stall stall) {
        return stall.fast().count() == 0 ? "no request succeeded" : Text.of(stall.fast().p99());
    }

    private static double p99(Latency fast) {
        return fast.count() == 0 ? Double.NaN : Millis.of(fast.p99());
    }

    @Override
    public String toString() {
        return finding();
    }
}
