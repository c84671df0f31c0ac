package lab.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class OrdersTest {

    private static final int SHIPPED = 200;

    @Test
    void theShippedFileIsTheOutputOfTheGenerator() throws IOException {
        assertThat(Files.readAllBytes(Dataset.named("orders.json")))
                .isEqualTo(Orders.rows(SHIPPED));
    }

    @Test
    void theTableOfDatasetsIsCorrect() throws Exception {
        var sha256 = MessageDigest.getInstance("SHA-256").digest(Orders.rows(SHIPPED));
        var readme = Files.readString(Dataset.named("orders.json").resolveSibling("README.md"));

        assertThat(readme).contains(HexFormat.of().formatHex(sha256), "| orders.json | 200 |");
    }

    @Test
    void theSizeIsExactToOneOrder() {
        var json = Orders.json(100_000);

        assertThat(json.length).isBetween(99_000, 100_000);
        assertThat(JsonMapper.shared().readTree(json).size()).isGreaterThan(300);
    }

    @Test
    void anUnknownDatasetIsRejectedWithTheKnownOnes() {
        assertThatThrownBy(() -> Dataset.named("ordres"))
                .hasMessage("dataset \"ordres\" is not known; known are orders, orders.json");
    }

    @Test
    void sizesOutOfBoundsAreRejected() {
        assertThatThrownBy(() -> Orders.json(-1)).hasMessageContaining("bytes must be 1,000");
        assertThatThrownBy(() -> Orders.rows(0)).hasMessageContaining("at least 1, was 0");
    }

    static void main(String[] args) throws IOException {
        Files.write(Path.of(args[0]), Orders.rows(SHIPPED));
    }
}
