package lab.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowFileTest {

    @TempDir Path folder;

    @Test
    void progressIsPrintedOnceAlsoWhereTheLastBatchIsFull() throws Exception {
        assertThat(printedFor(RowFile.TELL_EVERY)).isEqualTo("numbers: 200,000 rows\n");
    }

    @Test
    void aBatchThatIsNotFullIsInserted() throws Exception {
        assertThat(printedFor(7)).isEmpty();
    }

    private String printedFor(int rows) throws Exception {
        var file = folder.resolve("numbers.csv");
        Files.write(file, () -> lines(rows).iterator());
        var table = new Table("numbers", "id int", file);
        var printed = new ByteArrayOutputStream();
        var out = System.out;
        try (var database = Database.apart().run(table.ddl());
                var connection = database.connect()) {
            System.setOut(new PrintStream(printed));
            new RowFile(connection, table).insert();
            assertThat(DatabaseTest.number(connection, "select count(*) from numbers"))
                    .isEqualTo(rows);
        } finally {
            System.setOut(out);
        }
        return printed.toString();
    }

    private static java.util.stream.Stream<CharSequence> lines(int rows) {
        return IntStream.rangeClosed(0, rows).mapToObj(row -> row == 0 ? "id" : "" + row);
    }
}
