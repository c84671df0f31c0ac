package lab.bench;

import java.io.Serializable;
import java.time.Duration;
import java.util.List;

/** What the harness shall run, in this order. */
record Plan(List<Item> items, List<String> profilers) implements Serializable {

    Duration expected() {
        return items.stream().map(Item::expected).reduce(Duration.ZERO, Duration::plus);
    }
}
