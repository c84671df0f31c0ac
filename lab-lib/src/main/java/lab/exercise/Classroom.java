package lab.exercise;

import static java.util.Comparator.comparing;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import lab.measure.Measured;
import lab.measure.Require;

/** The verbs of a lesson: predict, judge a claim, check an answer, ask for a hint or a solution. */
public final class Classroom {

    private final List<Lesson> lessons;
    private final Journal journal;
    private final Consumer<ThreadGroup> stop;
    private final Ledger ledger;
    private final Judges judges;
    private final Choosing choosing;
    private final SequencedMap<String, Check<?>> exercises = new LinkedHashMap<>();
    private final Map<String, Integer> hintsShown = new HashMap<>();
    private final Set<String> judgedHere = new HashSet<>();

    /**
     * @param stop ends the threads of an answer that does not end by itself
     */
    public Classroom(List<Lesson> lessons, Journal journal, Consumer<ThreadGroup> stop) {
        this.lessons = List.copyOf(lessons);
        this.journal = journal;
        this.stop = stop;
        this.ledger = new Ledger(lessons);
        this.judges = new Judges(lessons);
        this.choosing = new Choosing(ledger, journal);
        lessons.forEach(lesson -> exercises.putAll(lesson.exercises()));
        journal.change(before -> before.keyed(judges::onlyNotebook));
    }

    /**
     * Notes a choice before the run. What is not a choice, such as the {@code '?'} of the notebook,
     * gets a card that says what to write.
     *
     * @throws IllegalArgumentException for an unknown prediction
     */
    public Card predict(String id, String choice) {
        return choosing.choose(id, choice, judgedHere);
    }

    /**
     * Judges claims by a result, settles the predictions about them, and keeps both.
     *
     * @param ids the notebook and its claims, such as "02 C06 C27"; the notebook may be left out
     *     where only one judges these claims from such a result. Claims after the word "also" are
     *     judged too, and shown in a fold
     * @throws IllegalArgumentException for an unknown claim, or a result that cannot decide it
     */
    public Card claim(String ids, Object measured) {
        var asked = ClaimIds.of(ids);
        return ClaimCard.of(
                rows(asked.claims(), asked.notebook(), measured),
                rows(asked.also(), asked.notebook(), measured));
    }

    private List<ClaimCard.Row> rows(
            List<String> claims, Optional<String> notebook, Object measured) {
        return claims.stream().map(id -> judged(id, notebook, measured)).toList();
    }

    private ClaimCard.Row judged(String id, Optional<String> notebook, Object measured) {
        var claim = ledger.claim(id);
        var lesson = judges.of(claim, notebook, measured);
        var finding = lesson.judge(id, measured).orElseThrow().beside(caveats(measured));
        var key = Progress.key(lesson.notebook(), id);
        journal.change(before -> before.judged(key, finding));
        if (finding.isConclusive()) {
            judgedHere.add(key);
        }
        return new ClaimCard.Row(claim, Optional.of(finding), notes(key, finding));
    }

    private static List<String> caveats(Object measured) {
        return measured instanceof Measured result ? result.caveats() : List.of();
    }

    private List<String> notes(String key, Finding finding) {
        var done = journal.progress();
        var kept = done.claims().get(key);
        var predictions =
                ledger.settledBy(key).stream()
                        .filter(one -> done.predictions().containsKey(one.id()))
                        .filter(one -> finding.settles() || !kept.settles())
                        .map(one -> one.settle(done.predictions().get(one.id()), finding));
        return Stream.concat(kept.isOf(finding) ? Stream.empty() : earlier(kept), predictions)
                .toList();
    }

    private static Stream<String> earlier(Finding kept) {
        return Stream.of(
                "An earlier run has decided this claim, and its verdict stays: %s."
                        .formatted(kept.outcome().words()));
    }

    /**
     * The claims of a notebook with the findings of the last runs that decided them, grouped by
     * verdict.
     *
     * @throws IllegalArgumentException for a notebook without a lesson
     */
    public Card claims(String notebook) {
        var judged = journal.progress().claims();
        return ClaimCard.byVerdict(
                judges.lesson(notebook).claims().stream()
                        .sorted(comparing(id -> Integer.parseInt(id.substring(1))))
                        .map(
                                id ->
                                        new ClaimCard.Row(
                                                ledger.claim(id),
                                                Optional.ofNullable(
                                                        judged.get(Progress.key(notebook, id))),
                                                List.of()))
                        .toList());
    }

    /**
     * Checks an answer and keeps whether it passed.
     *
     * @throws IllegalArgumentException for an unknown exercise
     */
    public Verdict check(String id, Object answer) throws InterruptedException {
        var verdict = Require.known(id, "exercise", exercises).of(answer, stop);
        journal.change(before -> before.checked(id, verdict instanceof Verdict.Passed));
        return verdict instanceof Verdict.Passed(String note)
                ? new Verdict.Passed(note + " solution(\"%s\") shows ours.".formatted(id))
                : verdict;
    }

    /** How many of the learner's predictions came true, in all notebooks together. */
    public Predicted predicted() {
        var done = journal.progress();
        var settled = ledger.predictions().stream().filter(one -> one.isSettled(done)).toList();
        return new Predicted(
                (int) settled.stream().filter(one -> one.cameTrue(done)).count(), settled.size());
    }

    /** Measures a class, which may take a while. */
    public interface Measuring {
        Object result() throws InterruptedException;
    }

    /**
     * Checks what is measured from a class, and measures it only if the exercise was attempted.
     *
     * @throws IllegalArgumentException for an unknown exercise
     */
    public Verdict check(String id, Class<?> answer, Measuring measuring)
            throws InterruptedException {
        var exercise = Require.known(id, "exercise", exercises);
        if (!exercise.isMeasured()) {
            return check(id, answer);
        }
        return check(id, exercise.isAttempt(answer) ? measuring.result() : null);
    }

    /** The next hint of an exercise; after the last one they start again. */
    public Card hint(String id) {
        var hints = exercise(id).hints();
        int shown = hintsShown.merge(id, 1, Integer::sum) - 1;
        int next = shown % hints.size();
        return new Box(
                Box.Tone.NOTE,
                "Hint %d of %d".formatted(next + 1, hints.size()),
                hints.get(next) + (next + 1 == hints.size() ? last(id) : ""));
    }

    private static String last(String id) {
        return "\n\nThis is the last hint. `solution(\"%s\")` shows an answer.".formatted(id);
    }

    /** One answer that passes. */
    public Card solution(String id) {
        return new Box(
                Box.Tone.NOTE,
                "One solution of " + id,
                "```java\n" + exercise(id).solution() + "\n```");
    }

    private Exercise exercise(String id) {
        Require.known(id, "exercise", exercises);
        return Exercise.named(id);
    }

    /** How far the learner has come, and the file to take along. */
    public Card progress() {
        return new ProgressCard(lessons, ledger, journal);
    }

    /** Adds the progress that a file of an earlier session holds. */
    public Card progress(Path file) {
        journal.merge(file);
        journal.change(before -> before.keyed(judges::onlyNotebook));
        return progress();
    }
}
