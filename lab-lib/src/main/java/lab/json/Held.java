package lab.json;

import static java.util.stream.Collectors.joining;

import java.lang.ref.Reference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import lab.measure.Comparison;
import lab.measure.Comparison.Bar;
import lab.measure.LiveHeap;
import lab.measure.Measured;
import lab.measure.Require;
import lab.measure.Steps;
import lab.measure.Text;

/**
 * How much memory values take while they are held: the live heap with the value, less the live heap
 * without it.
 *
 * @param runs in the order in which they were measured
 */
public record Held(List<Run> runs) implements Measured {

    private static final double MEGA = 1e6;

    /**
     * One value.
     *
     * @param bytes what it takes
     */
    public record Run(String name, long bytes) {}

    public Held {
        runs = List.copyOf(runs);
    }

    /** Makes a value twice, because the first time loads classes that stay, and measures it. */
    public static Held of(String name, Callable<?> making) throws Exception {
        return new Held(List.of()).and(name, making);
    }

    /** And another value. */
    public Held and(String name, Callable<?> making) throws Exception {
        Require.given(making, "making", "() -> json.readTree(bytes)");
        Require.unused(name, "value", runs, Run::name);
        var more = new ArrayList<>(runs);
        try (var steps = Steps.one(name, Duration.ofSeconds(1))) {
            more.add(new Run(name, bytes(making)));
        }
        return new Held(more);
    }

    private static long bytes(Callable<?> making) throws Exception {
        making.call();
        long before = LiveHeap.settled();
        var value = making.call();
        long after = LiveHeap.bytes();
        Reference.reachabilityFence(value);
        return Math.max(0, after - before);
    }

    /** The run with this name. */
    public Run run(String name) {
        return Require.known(name, "value", runs, Run::name);
    }

    @Override
    public Comparison shape() {
        return new Comparison(
                "Memory while it is held",
                "MB",
                runs.stream().map(run -> Bar.exact(run.name(), run.bytes() / MEGA)).toList());
    }

    @Override
    public String finding() {
        return runs.stream()
                .map(run -> "%s: %s MB".formatted(run.name(), Text.of(run.bytes() / MEGA)))
                .collect(joining("; "));
    }

    @Override
    public String toString() {
        return finding();
    }
}
