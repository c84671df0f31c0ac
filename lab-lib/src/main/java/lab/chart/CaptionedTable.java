package lab.chart;

import static java.util.stream.Collectors.joining;

import java.util.List;
import lab.measure.Markup;
import lab.measure.Table;

/** A table below its caption, as HTML and as plain text. */
record CaptionedTable(String caption, Table table) {

    CaptionedTable(String caption, List<String> head, List<List<String>> rows) {
        this(caption, new Table(head, rows));
    }

    String html() {
        return """
        <table style="color:inherit"><caption>%s</caption>
        <thead><tr>%s</tr></thead>
        <tbody>
        %s</tbody></table>
        """
                .formatted(
                        Markup.text(caption),
                        table.head().stream().map(name -> header("col", name)).collect(joining()),
                        table.rows().stream().map(CaptionedTable::row).collect(joining()));
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
        return caption + "\n" + table.text() + "\n";
    }
}
