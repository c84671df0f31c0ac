package lab.bench;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.stream.IntStream;

/** Rows of text below a head; every row has as many cells as the head. */
public record Table(List<String> head, List<List<String>> rows) {

    public Table {
        head = List.copyOf(head);
        rows = List.copyOf(rows);
    }

    /** The table in columns: the first aligned to the left, the others to the right. */
    public String text() {
        var lines = new java.util.ArrayList<String>();
        lines.add(line(head));
        rows.forEach(row -> lines.add(line(row)));
        return String.join("\n", lines);
    }

    private String line(List<String> row) {
        return IntStream.range(0, row.size()).mapToObj(i -> cell(row, i)).collect(joining("  "));
    }

    private String cell(List<String> row, int column) {
        return ("%" + (column == 0 ? "-" : "") + width(column) + "s").formatted(row.get(column));
    }

    private int width(int column) {
        int widest = rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
        return Math.max(1, Math.max(widest, head.get(column).length()));
    }
}
