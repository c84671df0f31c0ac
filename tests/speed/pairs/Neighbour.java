package pairs;

import java.util.Random;

/** Another program on the same machine: burns one core at random times, until its input ends. */
public final class Neighbour {

    private static final double MEAN_MILLIS = 1_500;

    private Neighbour() {}

    public static void main(String[] args) throws Exception {
        Thread.ofPlatform().daemon().start(Neighbour::disturb);
        while (System.in.read() >= 0) {
            // Only the end counts.
        }
    }

    private static void disturb() {
        var random = new Random();
        while (true) {
            burn(random.nextExponential() * MEAN_MILLIS);
            try {
                Thread.sleep((long) (random.nextExponential() * MEAN_MILLIS));
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private static void burn(double millis) {
        long end = System.nanoTime() + (long) (millis * 1e6);
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }
}
