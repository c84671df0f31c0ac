package lab.exercise;

import static java.util.Comparator.comparing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import lab.measure.Require;

/** The verbs of a lesson: predict, judge a claim, check an answer, ask for a hint or a solution. */
public final class Classroom {

    private static final char UNDECIDED = '?';

    private final List<Lesson> lessons;
    private final Journal journal;
    private final Consumer<ThreadGroup> stop;
    private final Ledger ledger;
    private final SequencedMap<String, Check<?>> exercises = new LinkedHashMap<>();
    private final Map<String, Integer> hintsShown = new HashMap<>();

    /**
     * @param stop ends the threads of an answer that does not end by itself
     */
    public Classroom(List<Lesson> lessons, Journal journal, Consumer<ThreadGroup> stop) {
        this.lessons = List.copyOf(lessons);
        this.journal = journal;
        this.stop = stop;
        this.ledger = new Ledger(lessons);
        lessons.forEach(lesson -> exercises.putAll(lesson.exercises()));
    }

    /**
     * Notes a choice before the run; {@code '?'} is the notebook's own, and not a choice yet.
     *
     * @throws IllegalArgumentException for an unknown prediction or choice
     */
    public Card predict(String id, char choice) {
        var prediction = ledger.prediction(id);
        if (choice == UNDECIDED) {
            return new Box(
                    Box.Tone.OPEN,
                    "Not yet predicted",
                    "Put one of %s in the place of the question mark, and run the cell again."
                            .formatted(letters(prediction)));
        }
        Require.that(
                prediction.choices().containsKey(choice),
                "choice must be one of %s for prediction %s, was '%s'",
                prediction.choices().keySet(),
                id,
                choice);
        journal.change(before -> before.predicted(id, choice));
        return new Box(
                Box.Tone.NOTE,
                "Noted: (%s)".formatted(choice),
                "Run on; the claim's cell below tells how it turned out.");
    }

    private static String letters(Prediction prediction) {
        return prediction.choices().keySet().stream()
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
    }

    /**
     * Judges claims by a result, settles the predictions on them, and keeps both.
     *
     * @param ids one id or several, separated by spaces
     * @throws IllegalArgumentException for an unknown claim, or a result that cannot tell of it
     */
    public Card claim(String ids, Object measured) {
        Require.given(ids, "ids", "claim(\"C06\", result)");
        var rows = new ArrayList<ClaimCard.Row>();
        for (String id : ids.strip().split("[\\s,]+")) {
            var claim = ledger.claim(id);
            var finding = judge(claim, measured);
            journal.change(before -> before.judged(id, finding));
            rows.add(new ClaimCard.Row(claim, finding, settled(id, finding)));
        }
        return new ClaimCard(rows);
    }

    /**
     * The claims of a notebook with the findings of the last runs.
     *
     * @throws IllegalArgumentException for a notebook without a lesson
     */
    public Card claims(String notebook) {
        var judged = journal.progress().claims();
        var lesson =
                lessons.stream()
                        .filter(one -> one.notebook().equals(notebook))
                        .findFirst()
                        .orElseThrow(() -> noLesson(notebook));
        return new ClaimCard(
                lesson.claims().stream()
                        .sorted(comparing(id -> Integer.parseInt(id.substring(1))))
                        .map(id -> new ClaimCard.Row(ledger.claim(id), judged.get(id), List.of()))
                        .toList());
    }

    private IllegalArgumentException noLesson(String notebook) {
        return new IllegalArgumentException(
                "notebook \"%s\" has no lesson; there are %s"
                        .formatted(notebook, lessons.stream().map(Lesson::notebook).toList()));
    }

    private Finding judge(Claim claim, Object measured) {
        return lessons.stream()
                .flatMap(lesson -> lesson.judge(claim.id(), measured).stream())
                .findFirst()
                .orElseThrow(() -> cannotTell(claim, measured));
    }

    private IllegalArgumentException cannotTell(Claim claim, Object measured) {
        var kinds = lessons.stream().flatMap(one -> one.judgedFrom(claim.id()).stream()).toList();
        if (kinds.isEmpty()) {
            return new IllegalArgumentException(
                    "claim %s is not staged; notebook %s tells why"
                            .formatted(claim.id(), claim.notebook()));
        }
        return new IllegalArgumentException(
                "claim %s is judged from %s, not from %s; see its cell in notebook %s"
                        .formatted(
                                claim.id(),
                                String.join(" or ", kinds),
                                measured == null ? "null" : measured.getClass().getSimpleName(),
                                claim.notebook()));
    }

    private List<String> settled(String claim, Finding finding) {
        var predicted = journal.progress().predictions();
        return ledger.settledBy(claim).stream()
                .filter(prediction -> predicted.containsKey(prediction.id()))
                .filter(prediction -> finding.settles())
                .map(
                        prediction ->
                                prediction.settle(predicted.get(prediction.id()), finding.came()))
                .toList();
    }

    /**
     * Checks an answer and keeps whether it passed.
     *
     * @throws IllegalArgumentException for an unknown exercise
     */
    public Verdict check(String id, Object answer) throws InterruptedException {
        var verdict = Ledger.known("exercise", id, exercises).of(answer, stop);
        journal.change(before -> before.checked(id, verdict instanceof Verdict.Passed));
        return verdict instanceof Verdict.Passed(String note)
                ? new Verdict.Passed(note + " solution(\"%s\") shows ours.".formatted(id))
                : verdict;
    }

    /** The next hint of an exercise; after the last one they start again. */
    public Card hint(String id) {
        var hints = exercise(id).hints();
        int shown = hintsShown.merge(id, 1, Integer::sum) - 1;
        int next = shown % hints.size();
        return new Box(
                Box.Tone.NOTE, "Hint %d of %d".formatted(next + 1, hints.size()), hints.get(next));
    }

    /** One answer that passes. */
    public Card solution(String id) {
        return new Box(
                Box.Tone.NOTE,
                "One solution of " + id,
                "```java\n" + exercise(id).solution() + "\n```");
    }

    private Exercise exercise(String id) {
        Ledger.known("exercise", id, exercises);
        return Exercise.named(id);
    }

    /** How far the learner has come, and the file to take along. */
    public Card progress() {
        return new ProgressCard(lessons, ledger, journal);
    }

    /** Adds the progress that a file of an earlier session holds. */
    public Card progress(Path file) {
        journal.merge(file);
        return progress();
    }
}
