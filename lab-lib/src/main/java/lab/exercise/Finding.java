package lab.exercise;

import java.util.List;

/**
 * What a run says about a claim.
 *
 * @param outcome whether the claim holds here; decided by the numbers alone
 * @param here what was measured, with its numbers
 * @param lesson what follows, in a few words; empty where the outcome is enough
 * @param came the letters of a prediction's choices that came true; empty where no choice did, and
 *     always where the run is inconclusive
 * @param caveats why the numbers deserve less trust; shown beside the verdict
 */
public record Finding(
        Outcome outcome, String here, String lesson, List<Character> came, List<String> caveats) {

    /** Whether a claim holds, in the words of the lab. */
    public enum Outcome {
        HOLDS("holds", '✔', Box.Tone.GOOD),
        HOLDS_IF("holds with a condition", '◐', Box.Tone.OPEN),
        DOES_NOT_HOLD("does not hold here", '✘', Box.Tone.BAD),
        INCONCLUSIVE("inconclusive in this run", '?', Box.Tone.NOTE);

        private final String words;
        private final char mark;
        private final Box.Tone tone;

        Outcome(String words, char mark, Box.Tone tone) {
            this.words = words;
            this.mark = mark;
            this.tone = tone;
        }

        /** Its mark in its colour; the words beside it say the same. */
        String mark() {
            return "<span style=\"color:%s\" aria-hidden=\"true\">%c</span> "
                    .formatted(tone.colour(), mark);
        }

        /** The outcome as it is shown. */
        public String words() {
            return words;
        }
    }

    public Finding {
        came = came == null || outcome == Outcome.INCONCLUSIVE ? List.of() : List.copyOf(came);
        caveats = caveats == null ? List.of() : List.copyOf(caveats);
    }

    private static Finding of(Outcome outcome, String here, String lesson) {
        return new Finding(outcome, here, lesson, List.of(), List.of());
    }

    public static Finding holds(String here, String lesson) {
        return of(Outcome.HOLDS, here, lesson);
    }

    public static Finding holdsIf(String here, String condition) {
        return of(Outcome.HOLDS_IF, here, condition);
    }

    public static Finding doesNotHold(String here, String lesson) {
        return of(Outcome.DOES_NOT_HOLD, here, lesson);
    }

    /** Only for numbers that cannot decide the claim, never because the machine was busy. */
    public static Finding inconclusive(String here, String wayOut) {
        return of(Outcome.INCONCLUSIVE, here, wayOut);
    }

    /** {@code HOLDS} where the run confirms the claim, else {@code DOES_NOT_HOLD}. */
    public static Finding of(boolean holds, String here, String lesson) {
        return holds ? holds(here, lesson) : doesNotHold(here, lesson);
    }

    /** Whether the claim was decided, one way or the other. */
    boolean isConclusive() {
        return outcome != Outcome.INCONCLUSIVE;
    }

    /** Whether a prediction about this claim has an answer. */
    boolean settles() {
        return !came.isEmpty();
    }

    /**
     * The better of two findings about one claim: the later one, unless it decides nothing. A
     * prediction that the earlier one has answered keeps its answer if the later one has none.
     */
    Finding or(Finding later) {
        if (!later.isConclusive() && isConclusive()) {
            return this;
        }
        return later.settles() ? later : later.bearingOut(came.toArray(Character[]::new));
    }

    /** Whether both are the same run's, whatever they say of predictions. */
    boolean isOf(Finding other) {
        return outcome == other.outcome && here.equals(other.here);
    }

    /** The same finding, with the choices of a prediction that came true. */
    public Finding bearingOut(Character... choices) {
        return new Finding(outcome, here, lesson, List.of(choices), caveats);
    }

    Finding beside(List<String> caveats) {
        return new Finding(outcome, here, lesson, came, caveats);
    }
}
