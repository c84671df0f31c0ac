package lab.exercise;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** How far the learner has come, one row a notebook, with a link that saves the journal's file. */
record ProgressCard(List<Row> rows, String kept, String json) implements Card {

    record Row(String notebook, String predictions, String claims, String exercises) {}

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
                share(lesson.claims(), done.claims()::containsKey),
                share(lesson.exercises().keySet(), id -> done.exercises().getOrDefault(id, false)));
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
        String body =
                rows.stream()
                        .map(
                                row ->
                                        "<tr><th scope=\"row\">%s</th><td>%s</td><td>%s</td><td>%s</td></tr>"
                                                .formatted(
                                                        row.notebook(),
                                                        row.predictions(),
                                                        row.claims(),
                                                        row.exercises()))
                        .collect(Collectors.joining());
        return "<table><thead><tr><th>Notebook</th><th>Predictions noted</th><th>Claims judged</th>"
                + "<th>Exercises passed</th></tr></thead><tbody>"
                + body
                + "</tbody></table><p>%s. %s</p>".formatted(Html.of(kept), download());
    }

    private String download() {
        return "<a download=\"progress.json\" href=\"data:application/json;base64,%s\">Save a copy</a>; "
                        .formatted(
                                Base64.getEncoder()
                                        .encodeToString(json.getBytes(StandardCharsets.UTF_8)))
                + "<code>progress(\"progress.json\")</code> brings it back in another session.";
    }

    @Override
    public String text() {
        return rows.stream()
                        .map(
                                row ->
                                        "%s: predictions %s, claims %s, exercises %s"
                                                .formatted(
                                                        row.notebook(),
                                                        row.predictions(),
                                                        row.claims(),
                                                        row.exercises()))
                        .collect(Collectors.joining("\n"))
                + "\n"
                + kept;
    }

    @Override
    public String toString() {
        return text();
    }
}
