package lab.bench.fork;

import java.io.Serializable;
import java.time.Duration;

/** So many iterations of so long each. */
public record Rounds(int count, Duration time) implements Serializable {

    Duration total() {
        return time.multipliedBy(count);
    }
}
