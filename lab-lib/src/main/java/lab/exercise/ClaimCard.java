package lab.exercise;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the guides say, what was measured here, and the verdict: one row for each claim. */
record ClaimCard(List<Row> rows) implements Card {

    /**
     * One claim.
     *
     * @param finding absent as long as no result has been judged
     * @param notes what else to know, such as how a prediction turned out
     */
    record Row(Claim claim, Optional<Finding> finding, List<String> notes) {

        String here() {
            return finding.map(Finding::here).orElse("nothing yet");
        }

        String verdict() {
            return finding.map(Row::verdict).orElse("not judged yet");
        }

        private static String verdict(Finding finding) {
            String words = finding.outcome().words();
            return finding.lesson().isEmpty() ? words : words + ": " + finding.lesson();
        }

        List<String> caveats() {
            return finding.map(Finding::caveats).orElse(List.of()).stream()
                    .map("Caveat: "::concat)
                    .toList();
        }
    }

    private static final String[] HEADERS = {"Claim", "The guides say", "Measured here", "Verdict"};

    @Override
    public String html() {
        return """
        <table style="text-align:left"><thead><tr>%s</tr></thead>
        <tbody>%s</tbody></table>%s\
        """
                .formatted(heads(), body(), notes());
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
                + cell.formatted(verdict(row))
                + "</tr>";
    }

    private static String verdict(Row row) {
        return "<strong>"
                + Html.of(row.verdict())
                + "</strong>"
                + row.caveats().stream()
                        .map(caveat -> "<br>" + Html.of(caveat))
                        .collect(Collectors.joining());
    }

    private String notes() {
        return rows.stream()
                .flatMap(row -> row.notes().stream())
                .map(line -> new Box(Box.Tone.NOTE, "Claim and prediction", line).html())
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
        return Stream.of(List.of(line), row.caveats(), row.notes())
                .flatMap(List::stream)
                .collect(Collectors.joining("\n"));
    }

    @Override
    public String toString() {
        return text();
    }
}
