package lab.dataset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import lab.measure.Pace;
import lab.measure.Require;

/**
 * An invented shop: its users, their orders, and the items of each order, as CSV files with a
 * header line. Every user has the same number of orders: 10, or 100 in the large shop.
 *
 * @param orders the number of orders
 * @param folder the folder of the files
 */
public record Shop(int orders, Path folder) {

    /** The tables, in the order in which they depend on each other. */
    public static final List<String> TABLES = List.of("users", "orders", "items");

    /** 100 users and 1,000 orders, which the lab ships. */
    public static Shop small() throws IOException {
        return new Shop(ShopFiles.SMALL.orders(), Dataset.named("orders"));
    }

    /**
     * 10,000 users and 1,000,000 orders, generated at the first call: a few seconds and 90 MB of
     * disk. Quick mode uses 1,000 users and 100,000 orders instead.
     *
     * @throws IOException if the disk is full; the message says how much space is needed and where
     */
    public static Shop million() throws IOException {
        return of(Pace.isQuick() ? ShopFiles.QUICK : ShopFiles.MILLION);
    }

    static Shop of(ShopFiles files) throws IOException {
        return new Shop(files.orders(), Cache.ofLearner().folder(files));
    }

    /** The number of users. */
    public int users() {
        return orders / ShopFiles.ordersOfEach(orders);
    }

    /** The rows of a table: {@code users}, {@code orders} or {@code items}. */
    public Path file(String table) {
        Require.given(table, "table", "file(\"orders\")");
        Require.that(TABLES.contains(table), "table must be one of %s, was \"%s\"", TABLES, table);
        return folder.resolve(table + ".csv");
    }

    @Override
    public String toString() {
        return "a shop with %,d users and %,d orders in %s".formatted(users(), orders, size());
    }

    private String size() {
        long bytes = 0;
        for (var table : TABLES) {
            bytes += file(table).toFile().length();
        }
        return "%,d KB".formatted(bytes / 1_000);
    }
}
