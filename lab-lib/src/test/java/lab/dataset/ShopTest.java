package lab.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShopTest {

    private static final long PLENTY = 1_000_000_000;

    @TempDir Path home;

    @Test
    void theShippedShopIsTheOutputOfTheGenerator() throws IOException {
        var sha256 = ShopFiles.SMALL.write(home, share -> {});

        assertThat(sha256).isEqualTo(ShopFiles.SMALL.sha256());
        for (var table : Shop.TABLES) {
            assertThat(Shop.small().file(table))
                    .hasSameBinaryContentAs(home.resolve(table + ".csv"));
        }
        assertThat(Files.readString(Dataset.named("orders").resolveSibling("README.md")))
                .contains(sha256);
    }

    @Test
    void aLargeShopIsGeneratedOnceWithTheSameNumberOfOrdersForEachUser() throws IOException {
        var cache = new Cache(home, path -> PLENTY);

        var shop = new Shop(100_000, cache.folder(ShopFiles.QUICK));
        var made = Files.getLastModifiedTime(shop.file("orders"));
        cache.folder(ShopFiles.QUICK);

        assertThat(Files.getLastModifiedTime(shop.file("orders"))).isEqualTo(made);
        assertThat(shop.users()).isEqualTo(1_000);
        try (var lines = Files.lines(shop.file("orders"))) {
            assertThat(
                            lines.skip(1)
                                    .collect(
                                            Collectors.groupingBy(
                                                    line -> line.split(",")[1],
                                                    Collectors.counting())))
                    .hasSize(1_000)
                    .containsValue(100L)
                    .doesNotContainValue(99L);
        }
    }

    @Test
    void anIncompleteFileIsGeneratedAgain() throws IOException {
        var cache = new Cache(home, path -> PLENTY);
        var orders = cache.folder(ShopFiles.SMALL).resolve("orders.csv");
        Files.writeString(orders, "id,user_id");

        cache.folder(ShopFiles.SMALL);

        assertThat(Files.readAllLines(orders)).hasSize(1_001);
    }

    @Test
    void aFullDiskIsReportedWithAFixAndLeavesNoFiles() throws IOException {
        var cache = new Cache(home, path -> 3_000_000);

        assertThatThrownBy(() -> cache.folder(ShopFiles.MILLION))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no disk space for 1,000,000 orders")
                .hasMessageContaining("3 MB are free")
                .hasMessageContaining("LAB_HOME");
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void aWrongChecksumIsRejected() {
        var other = new ShopFiles(1_000, 1, "00");

        assertThatThrownBy(() -> new Cache(home, path -> PLENTY).folder(other))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("instead of");
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void anUnknownTableIsRejectedWithTheKnownOnes() {
        assertThatThrownBy(() -> Shop.small().file("user"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("users, orders, items");
    }

    /** Prints the constants for {@link ShopFiles}. */
    static void main(String[] args) throws IOException {
        for (int orders : new int[] {1_000, 100_000, 1_000_000}) {
            var folder = Files.createDirectories(Path.of(args[0], "" + orders));
            long start = System.nanoTime();
            var sha256 = new ShopFiles(orders, 0, "").write(folder, share -> {});
            System.out.printf(
                    "%,d: %,d bytes %s, %d ms%n",
                    orders, Cache.bytes(folder), sha256, (System.nanoTime() - start) / 1_000_000);
        }
    }
}
