package lab.exercise;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A question that is answered before the run, with why each choice tempts.
 *
 * @param id the notebook's number and the question's, such as "02.3"
 * @param settledBy the id of the claim whose finding tells the answer
 * @param expected the choice that comes true on almost every machine
 * @param choices why each choice is tempting or right, by its letter
 */
public record Prediction(
        String id, String settledBy, char expected, Map<Character, String> choices) {

    /** All predictions of one notebook. */
    record Page(List<Prediction> predictions) {}

    boolean isSettled(Progress done) {
        var finding = done.claims().get(settledBy);
        return done.predictions().containsKey(id) && finding != null && !finding.came().isEmpty();
    }

    boolean cameTrue(Progress done) {
        return isSettled(done)
                && done.claims().get(settledBy).came().contains(done.predictions().get(id));
    }

    /** How the prediction turned out, said in one line: never scolding, always the reason. */
    String settle(char predicted, List<Character> came) {
        if (came.isEmpty()) {
            return "You predicted (%s); this run cannot tell.".formatted(predicted);
        }
        if (came.contains(predicted)) {
            return predicted == expected
                    ? "You predicted (%s), and so it is. %s".formatted(predicted, why(predicted))
                    : "You predicted (%s), and so it is in this run; usually it is (%s). %s"
                            .formatted(predicted, expected, why(expected));
        }
        char right = came.getFirst();
        return "You predicted (%s); the run says (%s). (%s): %s (%s): %s"
                .formatted(predicted, right, predicted, why(predicted), right, why(right));
    }

    private String why(char choice) {
        var text = choices.get(choice);
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
