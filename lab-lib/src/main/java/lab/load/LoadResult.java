package lab.load;

import static java.util.stream.Collectors.joining;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import lab.measure.Distribution;
import lab.measure.Latency;
import lab.measure.Measured;
import lab.measure.Text;

/**
 * What the clients of a loaded system experienced.
 *
 * @param target what was called, such as "/buy"
 * @param model how requests arrived
 * @param time from the first request to the last reply
 * @param response from when each request was due: what a client feels; successful requests only
 * @param service from when each request was really sent: what the server believes
 * @param lateness how late the generator itself started each request of an open loop
 * @param errors how many requests failed, by kind
 * @param firstError the first failure, in the words of the library that reported it
 */
public record LoadResult(
        String target,
        Model model,
        Duration time,
        Latency response,
        Latency service,
        Latency lateness,
        SortedMap<String, Long> errors,
        Optional<String> firstError)
        implements Measured {

    /** Lateness below this is the ordinary jitter of a scheduler. */
    private static final Duration JITTER = Duration.ofMillis(5);

    /** A generator that adds less than this part of the response changes no conclusion. */
    private static final int PART = 10;

    public LoadResult {
        errors = Collections.unmodifiableSortedMap(new TreeMap<>(errors));
    }

    /** Requests that succeeded. */
    public long answered() {
        return response.count();
    }

    /** Requests that failed, with those that were not answered before the run ended. */
    public long failed() {
        return errors.values().stream().mapToLong(count -> count).sum();
    }

    /** Successful requests per second. */
    public double achievedPerSecond() {
        return answered() * 1e9 / Math.max(1, time.toNanos());
    }

    /** Whether the generator kept its own schedule, so that the numbers are the server's. */
    public boolean isGeneratorPunctual() {
        return lateness.p99().compareTo(JITTER) < 0
                || lateness.p99().multipliedBy(PART).compareTo(response.p99()) < 0;
    }

    @Override
    public List<String> caveats() {
        return isGeneratorPunctual()
                ? List.of()
                : List.of(
                        ("the load generator itself was %s late at p99:"
                                        + " trust the order, not the digits")
                                .formatted(Text.of(lateness.p99())));
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
        return new Distribution("Latency of %s, %s".formatted(target, model), curves);
    }

    /** Only the response times, with their mean. */
    public Measured responses() {
        var title = "Response time of %s, %s".formatted(target, model);
        return as(Distribution.of(title, "response", response));
    }

    @Override
    public String finding() {
        return "%s: %s; %s%s".formatted(model, answers(), errorsInWords(), latenessInWords());
    }

    private String answers() {
        return answered() == 0
                ? "no request succeeded"
                : "%,d answered (%s a second), p50 %s, p99 %s, max %s"
                        .formatted(
                                answered(),
                                Text.of(achievedPerSecond()),
                                Text.of(response.p50()),
                                Text.of(response.p99()),
                                Text.of(response.max()));
    }

    /** How many failed, by kind, with the words of the first; "no errors" where none did. */
    public String errorsInWords() {
        return errors.isEmpty()
                ? "no errors"
                : "%,d failed (%s%s)"
                        .formatted(
                                failed(),
                                errors.entrySet().stream()
                                        .map(each -> each.getValue() + " × " + each.getKey())
                                        .collect(joining(", ")),
                                firstError
                                        .filter(error -> !errors.containsKey(error))
                                        .map(error -> "; the first: " + error)
                                        .orElse(""));
    }

    private String latenessInWords() {
        return lateness.count() == 0
                ? ""
                : "; generator late by p99 %s, max %s"
                        .formatted(Text.of(lateness.p99()), Text.of(lateness.max()));
    }

    @Override
    public String toString() {
        return finding();
    }
}
