package lab.eventloop;

import java.util.LinkedHashMap;
import java.util.List;
import lab.load.LoadResult;
import lab.measure.Distribution;
import lab.measure.Latency;
import lab.measure.Measured;
import lab.measure.Text;

/**
 * How long clients of {@code /fast} wait while another path of the same event loop is requested
 * (C06 to C09, C26).
 *
 * @param path the other path
 * @param clients the clients of {@code /fast}: an open loop, so that waiting is not hidden
 * @param lag the lag of the event loop meanwhile
 * @param requests how long the requests to the other path took
 */
public record Stall(String path, LoadResult clients, Lag lag, Latency requests)
        implements Measured {

    /** Fewer requests than these have no percentiles worth a curve. */
    private static final int FEW = 10;

    /** What the clients of {@code /fast} waited, from when each request was due. */
    public Latency fast() {
        return clients.response();
    }

    @Override
    public List<String> caveats() {
        return clients.caveats();
    }

    @Override
    public Distribution shape() {
        var curves = new LinkedHashMap<String, Latency>();
        curves.put("clients of /fast", fast());
        if (requests.count() >= FEW) {
            curves.put("requests to " + path, requests);
        }
        return new Distribution("Waiting, while %s is requested".formatted(path), curves);
    }

    @Override
    public String finding() {
        return "/fast %s; lag p99 %s, max %s; %s itself p50 %s"
                .formatted(
                        waiting(),
                        Text.of(lag.latency().p99()),
                        Text.of(lag.latency().max()),
                        path,
                        Text.of(requests.p50()));
    }

    /** How long clients of {@code /fast} waited, and how many of their requests failed. */
    String waiting() {
        var failures = clients.failed() > 0 ? " (%,d failed)".formatted(clients.failed()) : "";
        return fast().count() == 0
                ? "no request succeeded" + failures
                : "p50 %s, p99 %s, max %s%s"
                        .formatted(
                                Text.of(fast().p50()),
                                Text.of(fast().p99()),
                                Text.of(fast().max()),
                                failures);
    }

    @Override
    public String toString() {
        return finding();
    }
}
