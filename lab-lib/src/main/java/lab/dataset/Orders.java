package lab.dataset;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import lab.measure.Require;

/** Orders of an invented shop as JSON: the same for the same seed, on every machine. */
public final class Orders {

    private static final long SEED = 2026;
    private static final int MOST_BYTES = 64_000_000;
    private static final String[] STATES = {"open", "paid", "packed", "shipped", "returned"};

    private Orders() {}

    /** An array with exactly this number of orders. */
    public static byte[] rows(int count) {
        Require.that(count >= 1, "count must be at least 1, was %d", count);
        var random = new Random(SEED);
        var json = new StringBuilder("[");
        for (int id = 1; id <= count; id++) {
            append(json, id, random);
        }
        return bytes(json);
    }

    /** An array with as many orders as fit into this number of bytes, at most 64 MB. */
    public static byte[] json(int bytes) {
        Require.that(
                bytes >= 1_000 && bytes <= MOST_BYTES,
                "bytes must be 1,000 to 64,000,000, was %,d",
                bytes);
        var random = new Random(SEED);
        var json = new StringBuilder(bytes).append('[');
        for (int id = 1; json.length() < bytes - 400; id++) {
            append(json, id, random);
        }
        return bytes(json);
    }

    private static void append(StringBuilder json, int id, Random random) {
        int user = random.nextInt(10_000);
        json.append(id == 1 ? "\n" : ",\n")
                .append("{\"id\":")
                .append(id)
                .append(",\"user\":{\"id\":")
                .append(user)
                .append(",\"name\":\"user ")
                .append(user)
                .append("\"}")
                .append(",\"state\":\"")
                .append(STATES[random.nextInt(STATES.length)])
                .append("\",\"items\":[");
        int items = 1 + random.nextInt(4);
        for (int i = 0; i < items; i++) {
            json.append(i == 0 ? "" : ",")
                    .append("{\"sku\":\"")
                    .append(Integer.toHexString(random.nextInt(1 << 20)))
                    .append("\",\"count\":")
                    .append(1 + random.nextInt(9))
                    .append(",\"price\":")
                    .append(random.nextInt(100_000) / 100.0)
                    .append('}');
        }
        json.append("]}");
    }

    private static byte[] bytes(StringBuilder json) {
        return json.append("\n]\n").toString().getBytes(StandardCharsets.UTF_8);
    }
}
