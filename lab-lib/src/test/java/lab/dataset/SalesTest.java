package lab.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SalesTest {

    @TempDir Path home;

    @Test
    void theSmallerFileIsTheOutputOfTheGenerator() throws IOException {
        assertThat(SalesFile.QUICK.write(home, share -> {})).isEqualTo(SalesFile.QUICK.sha256());
        assertThat(Cache.bytes(home)).isEqualTo(SalesFile.QUICK.bytes());
    }

    @Test
    void aDiskWithLittleRoomGetsTheSmallerFileAndTheResultSaysSo() throws IOException {
        var sales = Sales.large(new Cache(home, path -> 300_000_000));

        assertThat(sales.rows()).isEqualTo(SalesFile.QUICK.rows());
        assertThat(sales.toString()).contains("113 MB", "smaller");
    }

    @Test
    void aDiskWithoutRoomIsReportedWithAFix() {
        assertThatThrownBy(() -> Sales.large(new Cache(home, path -> 1_000_000)))
                .hasMessageContaining("no disk space for 2,400,000 sales")
                .hasMessageContaining("LAB_HOME");
    }

    @Test
    void anotherSeedGivesOtherSales() throws IOException {
        var one = Sales.write(home.resolve("one"), 1_000, 1);
        var two = Sales.write(home.resolve("two"), 1_000, 2);

        assertThat(Files.readAllLines(one.file())).hasSize(1_001);
        assertThat(one.file()).binaryContent().isNotEqualTo(Files.readAllBytes(two.file()));
        assertThat(Files.readAllLines(two.file()))
                .first()
                .isEqualTo("sale,time,customer,city,pieces,amount");
    }
}
