package lab.eventloop;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import lab.measure.Comparison;
import lab.measure.Comparison.Bar;
import lab.measure.Distribution;
import lab.measure.Latency;
import lab.measure.Measured;
import lab.measure.Millis;

/**
 * Several experiments side by side.
 *
 * @param all in the order in which they ran
 */
public record Stalls(List<Stall> all) implements Measured {

    public Stalls {
        all = List.copyOf(all);
    }

    /** These experiments side by side. */
    public static Stalls of(Stall... all) {
        return new Stalls(List.of(all));
    }

    /** The experiment that visited this path. */
    public Stall visiting(String path) {
        return all.stream()
                .filter(stall -> stall.path().equals(path))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "nobody visited \"%s\" here; visited were %s"
                                                .formatted(path, paths())));
    }

    private List<String> paths() {
        return all.stream().map(Stall::path).toList();
    }

    @Override
    public Distribution shape() {
        var curves = new LinkedHashMap<String, Latency>();
        all.forEach(stall -> curves.put("while visiting " + stall.path(), stall.fast()));
        return new Distribution("What clients of /fast wait", curves);
    }

    @Override
    public String finding() {
        return all.stream()
                .map(stall -> "while visiting %s %s".formatted(stall.path(), stall.waiting()))
                .collect(Collectors.joining("; "));
    }

    @Override
    public List<String> caveats() {
        return all.stream()
                .flatMap(
                        stall ->
                                stall.caveats().stream()
                                        .map(
                                                caveat ->
                                                        "while visiting %s %s"
                                                                .formatted(stall.path(), caveat)))
                .toList();
    }

    /** Only the p99 of each, as bars. */
    public Measured p99() {
        var bars =
                all.stream()
                        .map(stall -> Bar.exact(stall.path(), Millis.of(stall.fast().p99())))
                        .toList();
        return as(new Comparison("p99 of /fast, while visiting", "ms", bars));
    }

    @Override
    public String toString() {
        return finding();
    }
}
