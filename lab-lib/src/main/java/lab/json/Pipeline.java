package lab.json;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import lab.measure.Pace;
import lab.measure.Require;
import lab.measure.Runaways;
import lab.measure.Steps;

/**
 * The stages of a response, each of which works on what the one before has made:
 *
 * <pre>{@code
 * Pipeline.of("query", () -> rows()).then("JSON", json::writeValueAsBytes).timed()
 * }</pre>
 *
 * @param <T> what the last stage makes
 */
public final class Pipeline<T> {

    private static final Duration TIME = Duration.ofSeconds(4);
    private static final int FEWEST = 5;

    /** Makes something of what the stage before has made. */
    @FunctionalInterface
    public interface Step<T, R> {
        R of(T before) throws Exception;
    }

    private final List<String> names;
    private final List<Step<Object, Object>> steps;

    private Pipeline(List<String> names, List<Step<Object, Object>> steps) {
        this.names = names;
        this.steps = steps;
    }

    /** The first stage. */
    public static <T> Pipeline<T> of(String name, Callable<T> first) {
        Require.given(first, "first stage", "() -> rows()");
        return new Pipeline<Object>(List.of(), List.of()).then(name, nothing -> first.call());
    }

    /** The next stage. */
    @SuppressWarnings("unchecked")
    public <R> Pipeline<R> then(String name, Step<? super T, R> step) {
        Require.given(name, "name", "\"JSON\"");
        Require.given(step, "step", "rows -> json.writeValueAsBytes(rows)");
        Require.that(!names.contains(name), "each stage must have its own name: %s", name);
        var moreNames = new ArrayList<>(names);
        moreNames.add(name);
        var more = new ArrayList<>(steps);
        more.add((Step<Object, Object>) step);
        return new Pipeline<>(moreNames, more);
    }

    /**
     * Runs all stages again and again for about four seconds. The first half of the runs only warms
     * up; the median of the others is each stage's time.
     */
    public Stages timed() throws Exception {
        Runaways.refuse();
        var budget = Pace.of(TIME, Duration.ofMillis(1_500));
        var runs = new ArrayList<List<Duration>>();
        try (var shown = Steps.one(String.join(", ", names), budget)) {
            long end = System.nanoTime() + budget.toNanos();
            while (runs.size() < 2 * FEWEST || System.nanoTime() < end) {
                runs.add(run());
            }
        }
        return Stages.of(names, byStage(runs.subList(runs.size() / 2, runs.size())));
    }

    private List<Duration> run() throws Exception {
        var times = new ArrayList<Duration>();
        Object value = null;
        for (var step : steps) {
            long start = System.nanoTime();
            value = step.of(value);
            times.add(Duration.ofNanos(System.nanoTime() - start));
        }
        return times;
    }

    private List<List<Duration>> byStage(List<List<Duration>> runs) {
        var all = new ArrayList<List<Duration>>();
        for (int i = 0; i < steps.size(); i++) {
            int stage = i;
            all.add(runs.stream().map(run -> run.get(stage)).toList());
        }
        return all;
    }
}
