package lab.bench;

import java.io.Serializable;
import java.time.Duration;

/** So many iterations of so long each. */
record Rounds(int count, Duration time) implements Serializable {

    Duration total() {
        return time.multipliedBy(count);
    }
}
