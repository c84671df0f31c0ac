package lab.stream;

import static lab.stream.BadInput.Seen.REFUSED;
import static lab.stream.BadInput.Seen.RIGHT;
import static lab.stream.BadInput.Seen.SILENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class BadInputTest {

    @Test
    void eachFileIsReadRightOrRefusedOrWrongWithoutAWord() throws Exception {
        var bad = BadInput.of("split", BadInputTest::split).and("refuses", BadInputTest::refuse);

        var split = bad.run("split");
        assertThat(split.of(OddFile.LINE_FEED)).isEqualTo(SILENT);
        assertThat(split.of(OddFile.OPEN_QUOTE)).isEqualTo(SILENT);
        assertThat(split.of(OddFile.FEW_FIELDS)).isEqualTo(SILENT);
        assertThat(split.of(OddFile.BAD_BYTE)).isEqualTo(REFUSED);
        assertThat(split.of(OddFile.WINDOWS)).isEqualTo(RIGHT);
        assertThat(split.of(OddFile.MARK)).isEqualTo(SILENT);
        assertThat(split.of(OddFile.NO_END)).isEqualTo(RIGHT);
        assertThat(bad.run("refuses").silent()).isZero();
        assertThat(bad.table().orElseThrow().rows()).hasSize(OddFile.values().length);
    }

    private static List<List<String>> split(Path file) throws IOException {
        try (var lines = Files.lines(file)) {
            return lines.map(line -> List.of(line.split(","))).toList();
        }
    }

    private static List<List<String>> refuse(Path file) throws IOException {
        throw new IOException("not " + file);
    }
}
