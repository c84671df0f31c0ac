package lab.exercise;

import java.util.List;

/**
 * What a run says of a claim.
 *
 * @param outcome whether the claim holds here
 * @param here what was measured, with its numbers
 * @param lesson what follows, in a few words; empty where the outcome says it all
 * @param came the letters of a prediction's choices that this run bears out; empty where the claim
 *     settles no prediction
 */
public record Finding(Outcome outcome, String here, String lesson, List<Character> came) {

    /** Whether a claim holds, in the words of the lab. */
    public enum Outcome {
        HOLDS("holds"),
        HOLDS_IF("holds with a condition"),
        DOES_NOT_HOLD("does not hold here"),
        INCONCLUSIVE("inconclusive in this run");

        private final String words;

        Outcome(String words) {
            this.words = words;
        }

        /** The outcome as it is shown. */
        public String words() {
            return words;
        }
    }

    public Finding {
        came = List.copyOf(came);
    }

    public static Finding holds(String here, String lesson) {
        return new Finding(Outcome.HOLDS, here, lesson, List.of());
    }

    public static Finding holdsIf(String here, String condition) {
        return new Finding(Outcome.HOLDS_IF, here, condition, List.of());
    }

    public static Finding doesNotHold(String here, String lesson) {
        return new Finding(Outcome.DOES_NOT_HOLD, here, lesson, List.of());
    }

    public static Finding inconclusive(String here, String wayOut) {
        return new Finding(Outcome.INCONCLUSIVE, here, wayOut, List.of());
    }

    /** {@code HOLDS} where the run bears the claim out, else {@code DOES_NOT_HOLD}. */
    public static Finding of(boolean holds, String here, String lesson) {
        return holds ? holds(here, lesson) : doesNotHold(here, lesson);
    }

    /** Whether a prediction on this claim has an answer, were it that the run cannot tell. */
    boolean settles() {
        return !came.isEmpty() || outcome == Outcome.INCONCLUSIVE;
    }

    Finding keeping(Finding old) {
        return new Finding(outcome, here, lesson, old.came);
    }

    /** The same finding, which also tells which choices of a prediction came true. */
    public Finding bearingOut(Character... choices) {
        return new Finding(outcome, here, lesson, List.of(choices));
    }
}
