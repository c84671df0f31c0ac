package lab.kernel;

import java.time.Duration;
import java.util.function.LongSupplier;

/** A token bucket of bytes that refills at a constant rate: writers that empty it wait. */
final class Budget {

    private final double capacity;
    private final double bytesPerSecond;
    private final LongSupplier nanoTime;
    private double left;
    private long filledAt;

    Budget(int capacity, int bytesPerSecond, LongSupplier nanoTime) {
        this.capacity = capacity;
        this.bytesPerSecond = bytesPerSecond;
        this.nanoTime = nanoTime;
        this.left = capacity;
        this.filledAt = nanoTime.getAsLong();
    }

    /**
     * What three seconds let through is below the 3 MB that a Jupyter server passes on in three
     * seconds.
     */
    static Budget ofJupyter() {
        return new Budget(1_400_000, 500_000, System::nanoTime);
    }

    void spend(int bytes) {
        var wait = waitAfter(bytes);
        if (wait.isPositive()) {
            try {
                Thread.sleep(wait);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }

    synchronized Duration waitAfter(int bytes) {
        long now = nanoTime.getAsLong();
        left = Math.min(capacity, left + (now - filledAt) / 1e9 * bytesPerSecond) - bytes;
        filledAt = now;
        return left >= 0 ? Duration.ZERO : Duration.ofNanos((long) (-left / bytesPerSecond * 1e9));
    }
}
