package lab.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RangeTest {

    @TempDir Path folder;

    @Test
    void everyLineIsInExactlyOneRange() throws IOException {
        var lines = IntStream.range(0, 1_000).mapToObj(i -> "line " + "x".repeat(i % 50)).toList();
        var file = Files.write(folder.resolve("lines"), lines);

        for (int count = 1; count <= 64; count++) {
            assertThat(all(file, count)).as("%d ranges", count).isEqualTo(lines);
        }
    }

    @Test
    void aLineThatIsLongerThanARangeStaysWhole() throws IOException {
        var file = Files.writeString(folder.resolve("long"), "x".repeat(10_000) + "\nend");

        assertThat(all(file, 5)).containsExactly("x".repeat(10_000), "end");
    }

    @Test
    void anEmptyFileHasNoRange() throws IOException {
        assertThat(Range.of(Files.createFile(folder.resolve("empty")), 4)).isEmpty();
    }

    private static List<String> all(Path file, int count) throws IOException {
        var all = new ArrayList<String>();
        for (var range : Range.of(file, count)) {
            try (var lines = range.lines()) {
                lines.forEach(all::add);
            }
        }
        return all;
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() throws IOException {
        var file = Files.write(folder.resolve("bad"), new byte[] {'a', (byte) 0xff, '\n'});
        assertThatThrownBy(
                        () -> {
                            try (var lines = Range.of(file, 1).getFirst().lines()) {
                                lines.toList();
                            }
                        })
                .isInstanceOf(UncheckedIOException.class);
    }
}
