package lab.exercise;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How far the learner has come, one row for each notebook, with a link that saves the journal's
 * file.
 */
record ProgressCard(List<Row> rows, String kept, String json) implements Card {

    record Row(String notebook, String predictions, String claims, String exercises) {

        String html() {
            return Stream.of(predictions, claims, exercises)
                    .map("<td>%s</td>"::formatted)
                    .collect(Collectors.joining("", "<tr><th>" + notebook + "</th>", "</tr>"));
        }

        String text() {
            return "%s: predictions %s, claims %s, exercises %s"
                    .formatted(notebook, predictions, claims, exercises);
        }
    }

    ProgressCard(List<Lesson> lessons, Ledger ledger, Journal journal) {
        this(
                lessons.stream().map(one -> row(one, ledger, journal.progress())).toList(),
                journal.trouble().orElse("Kept in " + journal.file()),
                journal.json());
    }

    private static Row row(Lesson lesson, Ledger ledger, Progress done) {
        var predictions =
                ledger.predictionsOf(lesson.notebook()).stream().map(Prediction::id).toList();
        return new Row(
                lesson.notebook(),
                share(predictions, done.predictions()::containsKey)
                        + right(ledger.predictionsOf(lesson.notebook()), done),
                share(lesson.claims(), id -> isDecided(lesson, id, done)),
                share(lesson.exercises().keySet(), id -> done.exercises().getOrDefault(id, false)));
    }

    private static boolean isDecided(Lesson lesson, String claim, Progress done) {
        var finding = done.claims().get(Progress.key(lesson.notebook(), claim));
        return finding != null && finding.isConclusive();
    }

    /** How many of the settled predictions came true; nothing while none is settled. */
    private static String right(List<Prediction> predictions, Progress done) {
        var settled = predictions.stream().filter(one -> one.isSettled(done)).toList();
        long right = settled.stream().filter(one -> one.cameTrue(done)).count();
        return settled.isEmpty() ? "" : " (%d of %d right)".formatted(right, settled.size());
    }

    private static String share(Collection<String> all, Predicate<String> done) {
        return all.stream().filter(done).count() + " of " + all.size();
    }

    @Override
    public String html() {
        return """
        <table><thead><tr><th>Notebook</th><th>Predictions noted</th><th>Claims judged</th>
        <th>Exercises passed</th></tr></thead>
        <tbody>%s</tbody></table><p>%s. %s</p>\
        """
                .formatted(join(Row::html, ""), Html.of(kept), download());
    }

    private String download() {
        var content = Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
        return """
        <a download="progress.json" href="data:application/json;base64,%s">Save a copy</a>; \
        <code>progress("progress.json")</code> brings it back in another session.\
        """
                .formatted(content);
    }

    @Override
    public String text() {
        return join(Row::text, "\n") + "\n" + kept;
    }

    private String join(Function<Row, String> shown, String between) {
        return rows.stream().map(shown).collect(Collectors.joining(between));
    }

    @Override
    public String toString() {
        return text();
    }
}
