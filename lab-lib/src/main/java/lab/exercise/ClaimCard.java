package lab.exercise;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the guides say, what was measured here, and the verdict: one row for each claim. */
record ClaimCard(List<Group> groups) implements Card {

    /**
     * Claims that belong together.
     *
     * @param title the heading; empty where there is only one group
     * @param isFolded whether a click has to open it
     */
    record Group(String title, List<Row> rows, boolean isFolded) {}

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
            return finding.map(Row::verdict).orElse(NOT_JUDGED);
        }

        private static String verdict(Finding finding) {
            String words = finding.outcome().words();
            return finding.lesson().isEmpty() ? words : words + ": " + finding.lesson();
        }

        String mark() {
            return finding.map(one -> one.outcome().mark()).orElse("");
        }

        List<String> caveats() {
            return finding.map(Finding::caveats).orElse(List.of()).stream()
                    .map("Caveat: "::concat)
                    .toList();
        }
    }

    private static final String NOT_JUDGED = "not judged yet";
    private static final String[] HEADERS = {"Claim", "The guides say", "Measured here", "Verdict"};

    /** The claims of one cell; those that it judges as well are folded. */
    static ClaimCard of(List<Row> rows, List<Row> also) {
        var title = "Also measured here: %d more claim%s";
        var folded =
                new Group(title.formatted(also.size(), also.size() == 1 ? "" : "s"), also, true);
        var main = new Group("", rows, false);
        return new ClaimCard(also.isEmpty() ? List.of(main) : List.of(main, folded));
    }

    /** All claims of a notebook: those that hold, then the others, then those without a verdict. */
    static ClaimCard byVerdict(List<Row> rows) {
        var judged =
                Arrays.stream(Finding.Outcome.values())
                        .map(outcome -> group(outcome.words(), rows, row -> hasCome(row, outcome)));
        var open = group(NOT_JUDGED, rows, row -> row.finding().isEmpty());
        return new ClaimCard(
                Stream.concat(judged, Stream.of(open))
                        .filter(group -> !group.rows().isEmpty())
                        .toList());
    }

    private static boolean hasCome(Row row, Finding.Outcome outcome) {
        return row.finding().map(finding -> finding.outcome() == outcome).orElse(false);
    }

    private static Group group(String words, List<Row> rows, Predicate<Row> belongs) {
        var own = rows.stream().filter(belongs).toList();
        return new Group("%s (%d)".formatted(words, own.size()), own, false);
    }

    @Override
    public String html() {
        var open = groups.stream().filter(group -> !group.isFolded()).toList();
        var folded = groups.stream().filter(Group::isFolded).map(ClaimCard::fold);
        return table(open) + folded.collect(Collectors.joining()) + notes();
    }

    private static String fold(Group group) {
        return "<details><summary>%s</summary>%s</details>"
                .formatted(
                        Html.of(group.title()), table(List.of(new Group("", group.rows(), false))));
    }

    private static String table(List<Group> groups) {
        return """
        <table style="text-align:left"><thead><tr>%s</tr></thead>
        <tbody>%s</tbody></table>\
        """
                .formatted(heads(), join(groups.stream().map(ClaimCard::html)));
    }

    private static String heads() {
        return join(
                Arrays.stream(HEADERS)
                        .map(
                                head ->
                                        "<th scope=\"col\" style=\"text-align:left\">%s</th>"
                                                .formatted(head)));
    }

    private static String html(Group group) {
        var heading =
                "<tr><th colspan=\"4\" scope=\"rowgroup\" style=\"text-align:left\">%s</th></tr>";
        var title = group.title().isEmpty() ? "" : heading.formatted(Html.of(group.title()));
        return title + join(group.rows().stream().map(ClaimCard::html));
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
        return "<strong>%s%s</strong>".formatted(row.mark(), Html.of(row.verdict()))
                + join(row.caveats().stream().map(caveat -> "<br>" + Html.of(caveat)));
    }

    private String notes() {
        return join(
                rows().flatMap(row -> row.notes().stream())
                        .map(line -> new Box(Box.Tone.NOTE, "Claim and prediction", line).html()));
    }

    private Stream<Row> rows() {
        return groups.stream().flatMap(group -> group.rows().stream());
    }

    private static String join(Stream<String> parts) {
        return parts.collect(Collectors.joining());
    }

    @Override
    public String text() {
        return groups.stream()
                .flatMap(
                        group ->
                                Stream.concat(
                                        Stream.of(group.title()).filter(title -> !title.isEmpty()),
                                        group.rows().stream().map(ClaimCard::text)))
                .collect(Collectors.joining("\n"));
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
