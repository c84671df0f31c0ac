package lab.exercise;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A question that is answered before the run.
 *
 * @param id the notebook's number and the question's, such as "02.3"
 * @param asks the beginning of a sentence that each choice completes
 * @param settledBy the id of the claim, in the same notebook, whose finding gives the answer
 * @param expected the choice that comes true on almost every machine
 * @param choices the choices by their letters
 */
public record Prediction(
        String id,
        String asks,
        String settledBy,
        char expected,
        SortedMap<Character, Choice> choices) {

    /**
     * One choice.
     *
     * @param says the choice as the notebook shows it
     * @param why the reason why it is right, or tempting and wrong
     * @param from the smallest measured value that makes it come true; {@code null} for the choice
     *     below all others, and where no single number decides
     */
    public record Choice(String says, String why, Double from) {}

    /** All predictions of one notebook. */
    record Page(List<Prediction> predictions) {}

    public Prediction {
        choices = new TreeMap<>(choices);
    }

    /** The predictions of the notebook with this number. */
    static List<Prediction> of(String notebook) {
        return Resource.json("/lab/course/predictions-%s.json".formatted(notebook), Page.class)
                .predictions();
    }

    /**
     * The choice that a measured value makes come true, by the bounds of the prediction's file.
     *
     * @param id such as "02.1"
     */
    public static char choice(String id, double measured) {
        return of(notebook(id)).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no prediction " + id))
                .at(measured);
    }

    /**
     * The choice that an interval makes come true; none where its two ends make different ones come
     * true.
     */
    public static Character[] choice(String id, double low, double high) {
        char choice = choice(id, low);
        return choice == choice(id, high) ? new Character[] {choice} : new Character[0];
    }

    private static String notebook(String id) {
        return id.substring(0, id.indexOf('.'));
    }

    private char at(double measured) {
        return choices.entrySet().stream()
                .filter(one -> from(one.getValue()) <= measured)
                .max(Comparator.comparing(one -> from(one.getValue())))
                .map(Map.Entry::getKey)
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "no choice of prediction %s covers %s"
                                                .formatted(id, measured)));
    }

    private static double from(Choice choice) {
        return choice.from() == null ? Double.NEGATIVE_INFINITY : choice.from();
    }

    /** The key of the finding that settles it. */
    String settledByKey() {
        return Progress.key(notebook(id), settledBy);
    }

    boolean isSettled(Progress done) {
        var finding = done.claims().get(settledByKey());
        return done.predictions().containsKey(id) && finding != null && finding.settles();
    }

    boolean cameTrue(Progress done) {
        return isSettled(done)
                && done.claims().get(settledByKey()).came().contains(done.predictions().get(id));
    }

    /** The choice as a learner reads it. */
    String words(char choice) {
        return choices.get(choice).says();
    }

    /** The letters a learner can choose from, such as "a, b or c". */
    String letters() {
        var all = choices.keySet().stream().map(String::valueOf).toList();
        return String.join(", ", all.subList(0, all.size() - 1)) + " or " + all.getLast();
    }

    /** How the prediction turned out: never scolding, always with the reason. */
    String settle(char predicted, Finding finding) {
        String yours = "You predicted: %s. ".formatted(words(predicted));
        if (!finding.settles()) {
            return yours
                    + (finding.isConclusive()
                            ? "This run does not decide between the choices."
                            : "This run cannot decide it.");
        }
        if (!finding.came().contains(predicted)) {
            return yours + shown(finding.came(), predicted);
        }
        return predicted == expected
                ? yours + "Correct. " + why(predicted)
                : yours
                        + "Correct in this run; usually the answer is: %s. %s"
                                .formatted(words(expected), why(expected));
    }

    private String shown(List<Character> came, char predicted) {
        var right = came.stream().map(this::words).collect(Collectors.joining("; "));
        var start = "This run shows: %s. ".formatted(right);
        if (predicted == expected) {
            return start + "Usually your choice is the answer. " + why(predicted);
        }
        return start
                + "About your choice: %s %s: %s"
                        .formatted(
                                why(predicted),
                                came.contains(expected)
                                        ? "About the answer"
                                        : "Usually the answer is: %s".formatted(words(expected)),
                                why(expected));
    }

    private String why(char choice) {
        return choices.get(choice).why();
    }
}
