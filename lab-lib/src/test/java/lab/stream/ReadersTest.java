package lab.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import lab.child.Outcome;
import lab.dataset.Sales;
import lab.measure.Dots;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadersTest {

    private static final int ROWS = 500_000;

    @TempDir Path folder;
    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = Sales.write(folder.resolve("sales.csv"), ROWS, 1).file();
    }

    @Test
    void aStreamLivesInAHeapThatAWholeFileDoesNotFitInto() throws Exception {
        var readers =
                Heaps.of(200, 16)
                        .read(file, "string", path -> Files.readString(path).length())
                        .and("lines", ReadersTest::lines);

        assertThat(readers.enough("lines")).hasValue(16);
        assertThat(readers.tooSmall("lines")).isEmpty();
        assertThat(readers.enough("string")).hasValue(200);
        assertThat(readers.tooSmall("string")).hasValue(16);
        assertThat(readers.run("lines").count()).isEqualTo(ROWS + 1);
        assertThat(readers.runs()).hasSize(3);
        assertThat(readers.finding())
                .contains("string: 200 MB are enough, 16 MB are not; lines: 16 MB are enough");
        assertThat(((Dots) readers.shape()).rows()).hasSize(2);
        assertThat(readers.table().orElseThrow().text()).contains("OutOfMemoryError");
    }

    private static long lines(Path path) throws IOException {
        try (var all = Files.lines(path)) {
            return all.count();
        }
    }

    @Test
    void aHeapThatIsNeverEnoughIsToldSo() throws Exception {
        var readers = Heaps.of(16).read(file, "string", path -> Files.readString(path).length());

        assertThat(readers.enough("string")).isEmpty();
        assertThat(readers.run("string").outcome()).isEqualTo(Outcome.OUT_OF_MEMORY);
        assertThat(readers.finding()).contains("no heap was enough");
    }

    @Test
    void anExceptionOfTheCodeIsNotTakenForALackOfMemory() {
        assertThatThrownBy(() -> Heaps.of(16).read(file, "broken", ReadersTest::broken))
                .hasMessageContaining("\"broken\" failed in its JVM")
                .hasMessageContaining("no such row");
    }

    private static long broken(Path path) throws IOException {
        throw new IOException("no such row in " + path.getFileName());
    }

    @Test
    void namesAndHeapsAreChecked() throws Exception {
        var readers = Heaps.of(16).read(file, "size", Files::size);

        assertThatThrownBy(() -> readers.and("size", Files::size)).hasMessageContaining("is taken");
        assertThatThrownBy(() -> readers.run("sise")).hasMessageContaining("size");
        assertThatThrownBy(() -> Heaps.of()).hasMessageContaining("number of heaps");
        assertThatThrownBy(() -> Heaps.of(4)).hasMessageContaining("heap in MB");
        assertThatThrownBy(() -> Heaps.of(16).collector("g1")).hasMessageContaining("G1");
    }

    @Test
    void aReadingCanBeATaskOfTurns() throws Exception {
        assertThat(Heaps.of(16).timed(file, Files::size).run()).isPositive();
        assertThatThrownBy(() -> Heaps.of(16).timed(file, f -> Files.readString(f).length()).run())
                .hasMessageContaining("16 MB were not enough");
    }
}
