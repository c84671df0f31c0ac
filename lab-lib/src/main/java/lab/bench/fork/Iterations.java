package lab.bench.fork;

import java.io.Serializable;
import java.time.Duration;

/** A number of iterations, each of the same planned time. */
public record Iterations(int count, Duration time) implements Serializable {

    public Duration total() {
        return time.multipliedBy(count);
    }
}
