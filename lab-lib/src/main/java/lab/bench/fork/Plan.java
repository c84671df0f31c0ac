package lab.bench.fork;

import java.io.Serializable;
import java.time.Duration;
import java.util.List;

/** What the harness shall run, in this order. */
public record Plan(List<Item> items, List<String> profilers) implements Serializable {

    public Duration expected() {
        return items.stream().map(Item::expected).reduce(Duration.ZERO, Duration::plus);
    }
}
