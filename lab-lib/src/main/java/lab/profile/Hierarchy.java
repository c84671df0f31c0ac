package lab.profile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lab.measure.Comparison;
import lab.measure.Comparison.Bar;
import lab.measure.Measured;
import lab.measure.Race;
import lab.measure.Ratio;
import lab.measure.Require;

/**
 * What several optimisations gained, in the order in which a guide ranks them (C138).
 *
 * @param levels the highest rank first
 */
public record Hierarchy(List<Level> levels) implements Measured {

    /** One optimisation: its kind and how many times as fast it made its task. */
    public record Level(String kind, Ratio gain) {}

    public Hierarchy {
        levels = List.copyOf(levels);
    }

    /** The highest rank: what its optimisation gained, from the task before to the task after. */
    public static Hierarchy of(String kind, Race race) {
        return new Hierarchy(List.of()).and(kind, race);
    }

    /** The highest rank. */
    public static Hierarchy of(String kind, Ratio gain) {
        return new Hierarchy(List.of()).and(kind, gain);
    }

    /** And the next rank. */
    public Hierarchy and(String kind, Race race) {
        return and(kind, Require.given(race, "race", "race(…)").ratio());
    }

    /** And the next rank. */
    public Hierarchy and(String kind, Ratio gain) {
        Require.given(gain, "gain", "race(…).ratio()");
        var more = new ArrayList<>(levels);
        more.add(new Level(kind, gain));
        return new Hierarchy(more);
    }

    /** The kinds in the order of what they gained here. */
    public List<String> byGain() {
        return levels.stream()
                .sorted(
                        Comparator.comparingDouble((Level level) -> level.gain().value())
                                .reversed())
                .map(Level::kind)
                .toList();
    }

    /** Whether the gains here fall in the order of the ranks, and no two intervals overlap. */
    public boolean isOrdered() {
        return IntStream.range(1, levels.size())
                .allMatch(i -> isMore(levels.get(i - 1), levels.get(i)));
    }

    /** Whether the interval of every other level lies above that of this one. */
    public boolean isLeast(Level level) {
        return levels.stream().filter(one -> one != level).allMatch(one -> isMore(one, level));
    }

    private static boolean isMore(Level one, Level other) {
        return one.gain().low() > other.gain().high();
    }

    @Override
    public Comparison shape() {
        return Comparison.ofRatios(
                "What each kind of optimisation gained",
                "times as fast",
                levels.stream()
                        .map(
                                level ->
                                        new Bar(
                                                level.kind(),
                                                level.gain().value(),
                                                level.gain().low(),
                                                level.gain().high()))
                        .toList());
    }

    @Override
    public String finding() {
        return levels.stream()
                .map(level -> level.kind() + " " + level.gain())
                .collect(Collectors.joining("; "));
    }

    @Override
    public String toString() {
        return finding();
    }
}
