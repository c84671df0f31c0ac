package lab.exercise;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An exercise that asks for the reason of what was seen: the learner chooses one of several, and
 * each of the wrong ones is refuted.
 *
 * @param right the letter of the reason
 * @param because why each choice is right or wrong
 */
record Why(char right, SortedMap<Character, String> because) implements Check.Judging<Character> {

    private static final char OPEN = '?';

    Why {
        because = new TreeMap<>(because);
    }

    /** The choices of the exercise with this id. */
    static Why of(String id) {
        return Resource.json("/lab/course/%s/choices.json".formatted(id), Why.class);
    }

    @Override
    public Verdict judge(Character chosen) {
        if (chosen == OPEN) {
            return new Verdict.NotYet("Write the letter of your choice between the quotes.");
        }
        char letter = Character.toLowerCase(chosen);
        if (letter == right) {
            return new Verdict.Passed(because.get(right));
        }
        return because.containsKey(letter)
                ? new Verdict.Wrong(because.get(letter), "Choose another one.")
                : new Verdict.Wrong(
                        "There is no choice '%s'.".formatted(chosen),
                        "The choices are %s to %s."
                                .formatted(because.firstKey(), because.lastKey()));
    }
}
