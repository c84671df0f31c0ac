package lab.eventloop;

import java.util.LinkedHashMap;
import java.util.List;
import lab.load.LoadResult;
import lab.measure.Distribution;
import lab.measure.Latency;
import lab.measure.Measured;
import lab.measure.Text;

/**
 * What clients of {@code /fast} lived through while someone visited another path of the same loop
 * (C06 to C09, C26).
 *
 * @param path what was visited
 * @param clients the clients of {@code /fast}: an open loop, so that waiting is not hidden
 * @param lag the loop's lag meanwhile
 * @param visits what the visitors themselves waited
 */
public record Stall(String path, LoadResult clients, Lag lag, Latency visits) implements Measured {

    /** Fewer visits than these have no percentiles worth a curve. */
    private static final int FEW = 10;

    /** What the clients of {@code /fast} waited, from when each meant to start. */
    public Latency fast() {
        return clients.response();
    }

    @Override
    public Distribution shape() {
        var curves = new LinkedHashMap<String, Latency>();
        curves.put("clients of /fast", fast());
        if (visits.count() >= FEW) {
            curves.put("visitors of " + path, visits);
        }
        return new Distribution("Waiting, while %s is visited".formatted(path), curves);
    }

    @Override
    public String finding() {
        return "/fast %s; lag p99 %s, max %s; visitors of %s p50 %s"
                .formatted(
                        waiting(),
                        Text.of(lag.latency().p99()),
                        Text.of(lag.latency().max()),
                        path,
                        Text.of(visits.p50()));
    }

    /** What clients of {@code /fast} waited, and how many of their requests failed. */
    String waiting() {
        return "p50 %s, p99 %s, max %s%s"
                .formatted(
                        Text.of(fast().p50()),
                        Text.of(fast().p99()),
                        Text.of(fast().max()),
                        failures());
    }

    private String failures() {
        return clients.failed() > 0 ? " (%,d failed)".formatted(clients.failed()) : "";
    }

    @Override
    public List<String> caveats() {
        return clients.caveats();
    }

    @Override
    public String toString() {
        return finding();
    }
}
