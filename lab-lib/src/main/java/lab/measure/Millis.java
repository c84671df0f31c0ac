package lab.measure;

import java.time.Duration;

/** A duration as a number of milliseconds, for figures. */
public final class Millis {

    private Millis() {}

    /** Milliseconds with their fraction, such as 1.25. */
    public static double of(Duration time) {
        return time.toNanos() / 1e6;
    }
}
