package lab.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import lab.dataset.Sales;
import lab.measure.Timeline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DownloadsTest {

    @TempDir Path folder;

    @Test
    void aSenderThatNeverAsksKeepsNearlyTheWholeFile() throws Exception {
        var file = Sales.write(folder.resolve("sales.csv"), 900_000, 1).file();

        var downloads =
                Downloads.of(
                                file,
                                "write",
                                (from, to) -> from.handler(to::write).endHandler(end -> to.end()))
                        .and(file, "pipeTo", (from, to) -> from.pipeTo(to));

        assertThat(downloads.run("write").most()).isGreaterThan(10_000_000);
        assertThat(downloads.run("pipeTo").most()).isLessThan(1_000_000);
        assertThat(downloads.run("pipeTo").read()).isPositive();
        assertThat(((Timeline) downloads.shape()).tracks()).hasSize(2);
        assertThat(downloads.finding()).contains("pipeTo: at most");
    }

    @Test
    void aSenderThatThrowsIsNamed() throws Exception {
        var file = Sales.write(folder.resolve("sales.csv"), 900_000, 1).file();

        assertThatThrownBy(() -> Downloads.of(file, "broken", DownloadsTest::refuse))
                .hasMessageContaining("\"broken\" failed")
                .hasMessageContaining("no client");
    }

    @Test
    void aFileThatIsTooSmallIsRefused() throws Exception {
        var file = Sales.write(folder.resolve("sales.csv"), 1_000, 1).file();

        assertThatThrownBy(() -> Downloads.of(file, "pipeTo", (from, to) -> from.pipeTo(to)))
                .hasMessageContaining("at least 40,000,000 bytes")
                .hasMessageContaining("Sales.small()");
    }

    private static void refuse(Object from, Object to) {
        throw new IllegalStateException("no client");
    }
}
