package lab.exercise;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What the guides say, what was measured here, and the verdict: one row a claim. */
record ClaimCard(List<Row> rows) implements Card {

    /** One claim; without a finding as long as nothing was measured that can tell of it. */
    record Row(Claim claim, Finding finding, List<String> settled) {

        String here() {
            return finding == null ? "nothing yet" : finding.here();
        }

        String verdict() {
            if (finding == null) {
                return "not judged yet";
            }
            String words = finding.outcome().words();
            return finding.lesson().isEmpty() ? words : words + ": " + finding.lesson();
        }
    }

    private static final String[] HEADERS = {"Claim", "The guides say", "Measured here", "Verdict"};

    @Override
    public String html() {
        return """
        <table style="text-align:left"><thead><tr>%s</tr></thead>
        <tbody>%s</tbody></table>%s\
        """
                .formatted(heads(), body(), predictions());
    }

    private static String heads() {
        return Arrays.stream(HEADERS)
                .map(head -> "<th scope=\"col\" style=\"text-align:left\">" + head + "</th>")
                .collect(Collectors.joining());
    }

    private String body() {
        return rows.stream().map(ClaimCard::html).collect(Collectors.joining());
    }

    private static String html(Row row) {
        String cell = "<td style=\"text-align:left;vertical-align:top\">%s</td>";
        return "<tr><th scope=\"row\" style=\"vertical-align:top\">%s</th>"
                        .formatted(row.claim().id())
                + cell.formatted(Html.of(row.claim().says() + " (" + row.claim().guides() + ")"))
                + cell.formatted(Html.of(row.here()))
                + cell.formatted("<strong>" + Html.of(row.verdict()) + "</strong>")
                + "</tr>";
    }

    private String predictions() {
        return rows.stream()
                .flatMap(row -> row.settled().stream())
                .map(line -> new Box(Box.Tone.NOTE, "Your prediction", line).html())
                .collect(Collectors.joining());
    }

    @Override
    public String text() {
        return rows.stream().map(ClaimCard::text).collect(Collectors.joining("\n"));
    }

    private static String text(Row row) {
        String line =
                "%s · %s: %s · here: %s · %s"
                        .formatted(
                                row.claim().id(),
                                row.claim().guides(),
                                row.claim().says(),
                                row.here(),
                                row.verdict());
        return row.settled().isEmpty() ? line : line + "\n" + String.join("\n", row.settled());
    }

    @Override
    public String toString() {
        return text();
    }
}
