package lab.load;

import java.time.Duration;
import java.util.Random;
import java.util.stream.LongStream;
import lab.measure.Require;
import lab.measure.Text;

/** How requests arrive. */
public sealed interface Model {

    /** How the requests of an open loop are spread over time. */
    enum Spacing {
        /** At equal distances. */
        EVEN,
        /** At random moments, as from many independent users: a Poisson process. */
        RANDOM
    }

    /**
     * Requests arrive at a given rate, whether or not earlier ones were answered, as from users who
     * do not know of each other. Waiting is visible.
     *
     * @param perSecond above 0, at most 2,000: above it the generator would measure itself
     */
    record Open(double perSecond, Spacing spacing) implements Model {

        private static final double MOST = 2_000;

        /** The same arrivals in every run, so that two runs can be compared. */
        private static final long SEED = 126;

        public Open {
            Require.that(
                    perSecond > 0 && perSecond <= MOST,
                    "rate must be above 0 and at most 2,000 a second, was %s; above it a generator"
                            + " that shares the server's CPUs is late itself and measures that;"
                            + " try open(200)",
                    Text.of(perSecond));
            Require.given(spacing, "spacing", "open(200).poisson()");
        }

        /** Requests at equal distances. */
        public Open(double perSecond) {
            this(perSecond, Spacing.EVEN);
        }

        /** The same rate on average, but at random moments: bursts and gaps, as in production. */
        public Open poisson() {
            return new Open(perSecond, Spacing.RANDOM);
        }

        /** When requests are due within this time, in nanoseconds from the start. */
        LongStream due(Duration time) {
            long nanos = time.toNanos();
            if (spacing == Spacing.EVEN) {
                long count = Math.max(1, Math.round(perSecond * nanos / 1e9));
                return LongStream.range(0, count).map(i -> (long) (i * 1e9 / perSecond));
            }
            var random = new Random(SEED);
            return LongStream.iterate(gap(random), at -> at < nanos, at -> at + gap(random));
        }

        private long gap(Random random) {
            return (long) (-Math.log(1 - random.nextDouble()) * 1e9 / perSecond);
        }

        @Override
        public String toString() {
            return "open loop, %s requests a second%s"
                    .formatted(
                            Text.of(perSecond),
                            spacing == Spacing.RANDOM ? " at random (Poisson)" : "");
        }
    }

    /**
     * A fixed number of clients, each of which sends its next request only after the reply to the
     * last one. While the server stalls, no client sends, so the stall is one slow sample per
     * client, no matter how long it was.
     *
     * @param clients 1 to 256
     * @param onVirtualThreads whether each client is a virtual thread; otherwise it is a platform
     *     thread
     */
    record Closed(int clients, boolean onVirtualThreads) implements Model {

        private static final int MOST = 256;

        public Closed {
            Require.within(clients, "clients", 1, MOST, "closed(8)");
        }

        /** Clients that are platform threads. */
        public Closed(int clients) {
            this(clients, false);
        }

        /** The same clients as virtual threads. */
        public Closed virtual() {
            return new Closed(clients, true);
        }

        @Override
        public String toString() {
            return "closed loop, %d %sclient%s"
                    .formatted(
                            clients, onVirtualThreads ? "virtual " : "", clients == 1 ? "" : "s");
        }
    }
}
