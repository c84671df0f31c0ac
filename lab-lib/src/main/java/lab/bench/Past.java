package lab.bench;

import static java.util.stream.Collectors.joining;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lab.measure.Comparison;
import lab.measure.Comparison.Bar;
import lab.measure.Measured;
import lab.measure.Text;

/**
 * Earlier scores, oldest first. Drawn are those of the benchmark that was measured last.
 *
 * @param scores may be empty
 */
public record Past(List<Kept> scores) implements Measured {

    private static final int DRAWN = 12;
    private static final int TOLD = 5;
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("d MMM HH:mm:ss").withZone(ZoneId.systemDefault());

    public Past {
        scores = List.copyOf(scores);
    }

    /** Only the benchmarks in whose name this text occurs. */
    public Past of(String name) {
        return new Past(scores.stream().filter(kept -> kept.name().contains(name)).toList());
    }

    @Override
    public Comparison shape() {
        if (scores.isEmpty()) {
            return new Comparison(
                    "Earlier runs", "", List.of(Bar.exact("nothing measured yet", 0)));
        }
        var last = scores.getLast();
        var same = scores.stream().filter(kept -> isSame(kept, last)).toList();
        var drawn = new ArrayList<Bar>();
        for (var kept : same.subList(Math.max(0, same.size() - DRAWN), same.size())) {
            var score = kept.score().in(last.unit());
            drawn.add(new Bar(WHEN.format(kept.when()), score.value(), score.low(), score.high()));
        }
        return new Comparison("Earlier runs of " + last.name(), last.unit(), drawn);
    }

    @Override
    public String finding() {
        if (scores.isEmpty()) {
            return "no benchmark has been kept yet; run one with bench(YourClass.class)";
        }
        var names = scores.reversed().stream().map(Kept::name).distinct().limit(TOLD);
        return names.map(this::change).collect(joining("; "));
    }

    private String change(String name) {
        var now = scores.reversed().stream().filter(k -> k.name().equals(name)).findFirst().get();
        var text = "%s: %s %s".formatted(name, Text.of(now.value()), now.unit());
        return before(now).map(before -> text + compared(now, before)).orElse(text);
    }

    private Optional<Kept> before(Kept now) {
        return scores.reversed().stream().filter(kept -> isSame(kept, now)).skip(1).findFirst();
    }

    private static String compared(Kept now, Kept before) {
        var earlier = before.score().in(now.unit());
        var text = ", before %s: ".formatted(Text.of(earlier.value()));
        var factor = now.score().over(earlier);
        if (!factor.isClear()) {
            return text + "inconclusive, the intervals overlap";
        }
        return factor.value() > 1
                ? text + "faster by " + factor
                : text + "slower by " + earlier.over(now.score());
    }

    private static boolean isSame(Kept one, Kept other) {
        return one.name().equals(other.name()) && one.mode().equals(other.mode());
    }

    @Override
    public String toString() {
        return finding();
    }
}
