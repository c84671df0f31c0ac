package lab.measure;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Numbers in rows; the first cell names its row.
 *
 * @param head the names of the columns
 * @param rows each with as many cells as there are columns
 */
public record Table(List<String> head, List<List<String>> rows) {

    public Table {
        head = List.copyOf(head);
        rows = List.copyOf(rows);
    }

    /** The table as plain text: names aligned left, numbers aligned right. */
    public String text() {
        return Stream.concat(Stream.of(head), rows.stream()).map(this::line).collect(joining("\n"));
    }

    private String line(List<String> row) {
        return IntStream.range(0, row.size())
                .mapToObj(i -> cell(row, i))
                .collect(joining("  "))
                .stripTrailing();
    }

    private String cell(List<String> row, int column) {
        return ("%" + (column == 0 ? "-" : "") + width(column) + "s").formatted(row.get(column));
    }

    private int width(int column) {
        int widest = rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
        return Math.max(1, Math.max(widest, head.get(column).length()));
    }
}
