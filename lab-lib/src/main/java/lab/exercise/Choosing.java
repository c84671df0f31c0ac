package lab.exercise;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import lab.exercise.Box.Tone;

/** Notes the choice of a prediction, however the learner writes it, as long as it is one. */
final class Choosing {

    /** A letter, perhaps in quotes or parentheses, perhaps with the words of the choice. */
    private static final Pattern LETTER =
            Pattern.compile("[\\s(\\['\"]*(\\p{L})(?:[\\s)\\]'\".:,;].*)?", Pattern.DOTALL);

    private static final Pattern OPEN = Pattern.compile("[\\s'\"?]*");

    private final Ledger ledger;
    private final Journal journal;

    Choosing(Ledger ledger, Journal journal) {
        this.ledger = ledger;
        this.journal = journal;
    }

    /**
     * @param judgedHere the keys of the claims that this kernel has judged
     */
    Card choose(String id, String written, Set<String> judgedHere) {
        var prediction = ledger.prediction(id);
        if (written == null || OPEN.matcher(written).matches()) {
            return new Box(Tone.OPEN, "Not yet predicted", wayOut(prediction));
        }
        var letter = letter(written).filter(prediction.choices()::containsKey);
        if (letter.isEmpty()) {
            return new Box(
                    Tone.OPEN,
                    "There is no choice \"%s\"".formatted(written.strip()),
                    wayOut(prediction));
        }
        return note(prediction, letter.get(), judgedHere);
    }

    private static Optional<Character> letter(String written) {
        var found = LETTER.matcher(written);
        return found.matches()
                ? Optional.of(found.group(1).toLowerCase(Locale.ROOT).charAt(0))
                : Optional.empty();
    }

    private static String wayOut(Prediction prediction) {
        return ("Write %s between the quotes, such as `predict(\"%s\", '%s')`, and run the cell"
                        + " again.")
                .formatted(prediction.letters(), prediction.id(), prediction.choices().firstKey());
    }

    private Card note(Prediction prediction, char letter, Set<String> judgedHere) {
        var before = journal.progress().predictions().get(prediction.id());
        boolean isSame = before != null && before == letter;
        if (!isSame && judgedHere.contains(prediction.settledByKey())) {
            return tooLate(prediction, before);
        }
        journal.change(progress -> progress.predicted(prediction.id(), letter));
        return new Box(
                Tone.NOTE,
                "Noted: " + prediction.words(letter),
                "Run the next cells. The claim cell below shows whether it came true.");
    }

    private static Card tooLate(Prediction prediction, Character before) {
        return new Box(
                Tone.OPEN,
                before == null
                        ? "Too late to predict"
                        : "Your prediction stays: " + prediction.words(before),
                "This run has judged claim %s already. To predict again: Kernel > Restart, then run"
                                .formatted(prediction.settledBy())
                        + " the import cell and this section.");
    }
}
