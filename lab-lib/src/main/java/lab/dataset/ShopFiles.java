package lab.dataset;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Random;
import java.util.function.DoubleConsumer;

/**
 * The files of an invented shop: the same bytes for the same size, on every machine.
 *
 * @param orders the number of orders
 * @param bytes the total size of the files
 * @param sha256 the checksum of the files, one after the other
 */
record ShopFiles(int orders, long bytes, String sha256) implements Generated {

    static final ShopFiles SMALL =
            new ShopFiles(
                    1_000,
                    75_468,
                    "5fa4eab5fd4d3eabf584e508912d0e5a1327b3c4f9f2d7d6e91a971f6c3ff097");
    static final ShopFiles QUICK =
            new ShopFiles(
                    100_000,
                    8_024_965,
                    "a3e1dc5dce020b11dcf9e1e427b4364018ae8a1d266287639f4938387b5d24bc");
    static final ShopFiles MILLION =
            new ShopFiles(
                    1_000_000,
                    84_232_737,
                    "bf33c78563b59e56819ecf224e784221a2080d2ce0679d62b2a25c69e582b99b");

    private static final long SEED = 2026;
    private static final int STEP = 7_919;
    private static final int REPORT_EVERY = 20_000;
    private static final String[] STATES = {"open", "paid", "packed", "shipped", "returned"};
    private static final LocalDate FIRST_DAY = LocalDate.of(2025, 1, 1);
    private static final int DAYS = 365;

    static int ordersOfEach(int orders) {
        return orders < 10_000 ? 10 : 100;
    }

    @Override
    public String name() {
        return "orders-" + orders;
    }

    @Override
    public String content() {
        return "%,d orders".formatted(orders);
    }

    @Override
    public String write(Path folder, DoubleConsumer progress) throws IOException {
        var digest = Checksum.sha256();
        try (var users = digest.file(folder.resolve("users.csv"))) {
            users(users);
        }
        try (var file = digest.file(folder.resolve("orders.csv"))) {
            orders(file, share -> progress.accept(share / 2));
        }
        try (var items = digest.file(folder.resolve("items.csv"))) {
            items(items, share -> progress.accept((1 + share) / 2));
        }
        return digest.hex();
    }

    private int users() {
        return orders / ordersOfEach(orders);
    }

    private void users(OutputStream out) throws IOException {
        line(out, "id,name,email");
        for (int id = 1; id <= users(); id++) {
            line(out, id + ",user " + id + ",user" + id + "@example.com");
        }
    }

    private void orders(OutputStream out, DoubleConsumer progress) throws IOException {
        var random = new Random(SEED);
        line(out, "id,user_id,state,amount,placed");
        for (int id = 1; id <= orders; id++) {
            // A prime step gives every user the same number of orders, far apart in the table.
            long user = (long) id * STEP % users() + 1;
            var placed = FIRST_DAY.plusDays(random.nextInt(DAYS));
            String state = STATES[random.nextInt(STATES.length)];
            line(out, id + "," + user + "," + state + "," + money(random) + "," + placed);
            report(id, progress);
        }
    }

    private void items(OutputStream out, DoubleConsumer progress) throws IOException {
        var random = new Random(SEED + 1);
        line(out, "order_id,line,sku,pieces,price");
        for (int id = 1; id <= orders; id++) {
            int lines = 1 + random.nextInt(3);
            for (int line = 1; line <= lines; line++) {
                String sku = Integer.toHexString(random.nextInt(1 << 20));
                int pieces = 1 + random.nextInt(9);
                line(out, id + "," + line + "," + sku + "," + pieces + "," + money(random));
            }
            report(id, progress);
        }
    }

    private void report(int id, DoubleConsumer progress) throws IOException {
        if (id % REPORT_EVERY == 0) {
            if (Thread.interrupted()) {
                throw new InterruptedIOException("interrupted while generating the dataset");
            }
            progress.accept((double) id / orders);
        }
    }

    private static String money(Random random) {
        int cents = 100 + random.nextInt(99_900);
        return cents / 100 + "." + (cents % 100 < 10 ? "0" : "") + cents % 100;
    }

    private static void line(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.write('\n');
    }
}
