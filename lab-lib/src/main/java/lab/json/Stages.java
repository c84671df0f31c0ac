package lab.json;

import static java.util.stream.Collectors.joining;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import lab.measure.Comparison;
import lab.measure.Comparison.Bar;
import lab.measure.Measured;
import lab.measure.Median;
import lab.measure.Millis;
import lab.measure.Require;
import lab.measure.Text;

/**
 * Where the time of a response goes: the median time of each of its stages (C90).
 *
 * @param all in the order in which they follow each other
 */
public record Stages(List<Stage> all) implements Measured {

    /**
     * One stage.
     *
     * @param time its median
     */
    public record Stage(String name, Duration time) {}

    public Stages {
        all = List.copyOf(all);
    }

    static Stages of(List<String> names, List<List<Duration>> times) {
        var stages = new ArrayList<Stage>();
        for (int i = 0; i < names.size(); i++) {
            stages.add(new Stage(names.get(i), Median.of(times.get(i))));
        }
        return new Stages(stages);
    }

    /** The stage with this name. */
    public Stage stage(String name) {
        return Require.known(name, "stage", all, Stage::name);
    }

    /** All stages together. */
    public Duration whole() {
        return all.stream().map(Stage::time).reduce(Duration.ZERO, Duration::plus);
    }

    /** The share of one stage, 0 to 1. */
    public double share(String name) {
        return Millis.of(stage(name).time()) / Math.max(1e-9, Millis.of(whole()));
    }

    @Override
    public Comparison shape() {
        return new Comparison(
                "Where the time of one response goes",
                "ms",
                all.stream()
                        .map(stage -> Bar.exact(stage.name(), Millis.of(stage.time())))
                        .toList());
    }

    @Override
    public String finding() {
        return "of %s: %s"
                .formatted(
                        Text.of(whole()),
                        all.stream()
                                .map(
                                        stage ->
                                                "%s %s"
                                                        .formatted(
                                                                stage.name(),
                                                                Text.percent(share(stage.name()))))
                                .collect(joining(", ")));
    }

    @Override
    public String toString() {
        return finding();
    }
}
