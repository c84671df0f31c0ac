package lab.chart;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.stream.IntStream;
import lab.measure.Markup;

/**
 * Numbers in rows; the first column names the row.
 *
 * @param caption the title of the numbers
 * @param head the names of the columns
 * @param rows each with as many cells as there are columns
 */
record Table(String caption, List<String> head, List<List<String>> rows) {

    String html() {
        return """
        <table style="color:inherit"><caption>%s</caption>
        <thead><tr>%s</tr></thead>
        <tbody>
        %s</tbody></table>
        """
                .formatted(
                        Markup.text(caption),
                        head.stream().map(name -> header("col", name)).collect(joining()),
                        rows.stream().map(Table::row).collect(joining()));
    }

    private static String row(List<String> cells) {
        var values =
                cells.stream()
                        .skip(1)
                        .map(
                                cell ->
                                        "<td style=\"text-align:right\">%s</td>"
                                                .formatted(Markup.text(cell)))
                        .collect(joining());
        return "<tr>%s%s</tr>\n".formatted(header("row", cells.getFirst()), values);
    }

    private static String header(String scope, String name) {
        var side = scope.equals("row") ? "left" : "right";
        return "<th scope=\"%s\" style=\"text-align:%s\">%s</th>"
                .formatted(scope, side, Markup.text(name));
    }

    String text() {
        return caption + "\n" + line(head) + rows.stream().map(this::line).collect(joining());
    }

    private String line(List<String> cells) {
        return IntStream.range(0, cells.size())
                        .mapToObj(column -> padded(cells.get(column), column))
                        .collect(joining("  "))
                        .stripTrailing()
                + "\n";
    }

    private String padded(String cell, int column) {
        var blanks = " ".repeat(width(column) - cell.length());
        return column == 0 ? cell + blanks : blanks + cell;
    }

    private int width(int column) {
        return IntStream.concat(
                        IntStream.of(head.get(column).length()),
                        rows.stream().mapToInt(row -> row.get(column).length()))
                .max()
                .orElse(0);
    }
}
