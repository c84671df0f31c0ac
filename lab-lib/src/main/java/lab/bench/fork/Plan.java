package lab.bench.fork;

import java.io.Serializable;
import java.time.Duration;
import java.util.List;

/** What the harness shall run, in this order. */
public record Plan(List<Item> items, List<String> profilers) implements Serializable {

    /** The same with these flags before the others of each measured JVM. */
    public Plan with(List<String> jvmFlags) {
        return new Plan(items.stream().map(item -> item.with(jvmFlags)).toList(), profilers);
    }

    public Duration expected() {
        return items.stream().map(Item::expected).reduce(Duration.ZERO, Duration::plus);
    }
}
