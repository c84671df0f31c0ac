package lab.load;

import static java.util.stream.Collectors.joining;

import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SortedMap;
import java.util.TreeMap;
import lab.measure.Distribution;
import lab.measure.Latency;
import lab.measure.Measured;
import lab.measure.Text;

/**
 * What the clients of a loaded server lived through.
 *
 * @param target the address
 * @param model how requests arrived
 * @param time from the first request to the last answer
 * @param response from when each request was meant to start: what a client feels; 2xx only
 * @param service from when each request was really sent: what the server believes
 * @param lateness how late the generator itself started each request of an open loop; where it is
 *     not far below the response, the generator measured itself
 * @param errors how many requests failed, by kind
 */
public record LoadResult(
        URI target,
        Model model,
        Duration time,
        Latency response,
        Latency service,
        Latency lateness,
        SortedMap<String, Long> errors)
        implements Measured {

    /** Lateness below this is a scheduler's ordinary jitter. */
    private static final Duration JITTER = Duration.ofMillis(5);

    public LoadResult {
        errors = Collections.unmodifiableSortedMap(new TreeMap<>(errors));
    }

    /** Requests answered with 2xx. */
    public long answered() {
        return response.count();
    }

    /** Requests that failed or were answered with another status. */
    public long failed() {
        return errors.values().stream().mapToLong(count -> count).sum();
    }

    /** Requests answered with 2xx in a second. */
    public double achievedPerSecond() {
        return answered() * 1e9 / Math.max(1, time.toNanos());
    }

    /** Whether the generator kept its own schedule, so that the figures are the server's. */
    public boolean isGeneratorPunctual() {
        return lateness.p99().compareTo(JITTER) < 0
                || lateness.p99().multipliedBy(4).compareTo(response.p99()) < 0;
    }

    @Override
    public Distribution shape() {
        var curves = new LinkedHashMap<String, Latency>();
        if (model instanceof Model.Open) {
            curves.put("response, from the intended start", response);
            curves.put("service, from the real send", service);
        } else {
            curves.put("response", response);
        }
        var path = target.getPath().isEmpty() ? "/" : target.getPath();
        return new Distribution("Latency of %s, %s".formatted(path, model), curves);
    }

    @Override
    public String finding() {
        return "%s: %,d answered (%s a second), p50 %s, p99 %s, max %s; %s%s"
                .formatted(
                        model,
                        answered(),
                        Text.of(achievedPerSecond()),
                        Text.of(response.p50()),
                        Text.of(response.p99()),
                        Text.of(response.max()),
                        errorsInWords(),
                        latenessInWords());
    }

    private String errorsInWords() {
        return errors.isEmpty()
                ? "no errors"
                : "%,d failed (%s)"
                        .formatted(
                                failed(),
                                errors.entrySet().stream()
                                        .map(each -> each.getValue() + " × " + each.getKey())
                                        .collect(joining(", ")));
    }

    private String latenessInWords() {
        if (!(model instanceof Model.Open)) {
            return "";
        }
        var lateness =
                "; generator late by p99 %s, max %s"
                        .formatted(Text.of(this.lateness.p99()), Text.of(this.lateness.max()));
        return isGeneratorPunctual()
                ? lateness
                : lateness + ": too late to be trusted, lower the rate or free a CPU";
    }

    @Override
    public String toString() {
        return finding();
    }
}
