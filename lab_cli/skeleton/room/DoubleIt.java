package lab.course.$room;

import java.util.function.Function;
import lab.exercise.Verdict;

/** Exercise $number.1: TODO say what the learner writes. */
final class DoubleIt {

    private DoubleIt() {}

    /** TODO for each demand in the starter's TODO, a wrong answer fails here because of it. */
    static Verdict check(Function<Integer, Integer> answer) {
        int seen = answer.apply(21);
        return seen == 42
                ? new Verdict.Passed("It doubles its number.")
                : new Verdict.Wrong("For 21 the answer was %d.".formatted(seen), "Twice 21 is 42.");
    }
}
