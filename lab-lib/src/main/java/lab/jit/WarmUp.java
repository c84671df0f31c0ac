package lab.jit;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import lab.measure.FreshJvm;
import lab.measure.Measured;
import lab.measure.Median;
import lab.measure.Require;
import lab.measure.Steps;
import lab.measure.Sweep;
import lab.measure.Sweep.Line;
import lab.measure.Sweep.Point;
import lab.measure.Text;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.json.JsonMapper;

/**
 * The same work, call after call, in a new JVM: nothing changes except the work of the JIT compiler
 * (C130, C132). The work is parsing 20 KB of JSON.
 *
 * @param calls the time of each call
 */
public record WarmUp(List<Duration> calls) implements Measured {

    private static final List<Class<?>> LIBRARIES =
            List.of(JsonMapper.class, JsonParser.class, JsonProperty.class);

    private static final double GROWTH = 1.3;

    /** A JVM learns for hundreds of calls: more of them would hide it, however many follow. */
    private static final int MOST_COMPARED = 400;

    public WarmUp {
        calls = List.copyOf(calls);
    }

    /**
     * Starts a JVM and measures this number of calls in it.
     *
     * @param calls 100 to 20,000
     */
    public static WarmUp of(int calls) throws IOException, InterruptedException {
        Require.within(calls, "calls", 100, 20_000, "WarmUp.of(2_000)");
        try (var steps = Steps.one("%,d calls in a new JVM".formatted(calls), Duration.ZERO)) {
            return new WarmUp(
                    FreshJvm.printed(FirstCalls.class, LIBRARIES, List.of("" + calls)).stream()
                            .map(line -> Duration.ofNanos(Long.parseLong(line)))
                            .toList());
        }
    }

    /** The time of the very first call. */
    public Duration first() {
        return calls.getFirst();
    }

    /** How many calls are compared with each other: a tenth of all, at most 400. */
    public int compared() {
        return Math.min(MOST_COMPARED, calls.size() / 10);
    }

    /** The median of the first calls, without the very first. */
    public Duration early() {
        return Median.of(calls.subList(1, compared()));
    }

    /** The median of the last calls. */
    public Duration warm() {
        return Median.of(calls.subList(calls.size() - compared(), calls.size()));
    }

    /** The total time of all calls. */
    public Duration total() {
        return calls.stream().reduce(Duration.ZERO, Duration::plus);
    }

    /** Windows that grow with the number of calls; the first call stands alone. */
    @Override
    public Sweep shape() {
        var medians = new ArrayList<Point>();
        for (int from = 0; from < calls.size(); ) {
            int to = Math.min(calls.size(), Math.max(from + 1, (int) (from * GROWTH)));
            medians.add(window(from, to));
            from = to;
        }
        return new Sweep(
                "The same call, repeated in a new JVM",
                "call",
                "time of a call, µs",
                List.of(new Line("parse 20 KB of JSON, median of each part", medians)));
    }

    private Point window(int from, int to) {
        double middle = (from + 1 + to) / 2.0;
        return new Point(middle, Median.of(calls.subList(from, to)).toNanos() / 1e3);
    }

    @Override
    public String finding() {
        return "%,d calls: the first took %s, the early ones %s, the last ones %s"
                .formatted(calls.size(), Text.of(first()), Text.of(early()), Text.of(warm()));
    }

    @Override
    public String toString() {
        return finding();
    }
}
