package lab.load;

import lab.measure.Require;
import lab.measure.Text;

/** How requests arrive. */
public sealed interface Model {

    /**
     * Requests arrive at a steady rate, whether or not earlier ones were answered, as they do from
     * people who do not know of each other. Waiting shows.
     *
     * @param perSecond above 0, at most 2,000: beyond, the generator would measure itself
     */
    record Open(double perSecond) implements Model {

        private static final double MOST = 2_000;

        public Open {
            Require.that(
                    perSecond > 0 && perSecond <= MOST,
                    "rate must be above 0 and at most 2,000 a second, was %s; above it a generator"
                            + " that shares the server's CPUs is late itself and measures that;"
                            + " try open(200)",
                    Text.of(perSecond));
        }

        @Override
        public String toString() {
            return "open loop, %s requests a second".formatted(Text.of(perSecond));
        }
    }

    /**
     * A fixed number of clients, each of which asks again only when it has its answer. While the
     * server stalls nobody asks, so the stall is one slow sample a client, however long it was.
     *
     * @param clients 1 to 256
     */
    record Closed(int clients) implements Model {

        private static final int MOST = 256;

        public Closed {
            Require.that(
                    clients >= 1 && clients <= MOST,
                    "clients must be 1 to 256, was %d; try closed(8)",
                    clients);
        }

        @Override
        public String toString() {
            return clients == 1 ? "closed loop, 1 client" : "closed loop, " + clients + " clients";
        }
    }
}
