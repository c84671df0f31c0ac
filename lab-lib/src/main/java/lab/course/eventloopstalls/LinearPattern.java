package lab.course.eventloopstalls;

import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import lab.exercise.Verdict;
import lab.regex.Regex;

/** Exercise 02.4: a pattern for the same language, whose steps grow only with the text. */
final class LinearPattern {

    private static final Pattern DANGEROUS = Pattern.compile("^([a-z]+?,?)+?$");

    private static final List<String> SAMPLES =
            List.of(
                    "red",
                    "red,green",
                    "red,green,blue",
                    "a,b,c,",
                    "a",
                    "a,",
                    "",
                    ",",
                    ",a",
                    "a,,b",
                    "Red",
                    "red green",
                    "red,green!",
                    "1,2");

    private static final int LONG = 2_000;
    private static final int MOST_STEPS_A_CHARACTER = 20;

    private LinearPattern() {}

    static Verdict check(String pattern) {
        try {
            var regex = Regex.jdk(pattern);
            return SAMPLES.stream()
                    .filter(text -> accepts(regex, text) != DANGEROUS.matcher(text).matches())
                    .findFirst()
                    .map(text -> differs(regex, text))
                    .orElseGet(() -> speed(regex));
        } catch (PatternSyntaxException e) {
            return new Verdict.Wrong(
                    "It is not a pattern: " + e.getDescription() + ".", "Check the brackets.");
        }
    }

    private static boolean accepts(Regex regex, String text) {
        return regex.match(text).matched();
    }

    private static Verdict differs(Regex regex, String text) {
        return new Verdict.Wrong(
                "`%s` should be %s, and it is %s."
                        .formatted(
                                text,
                                accepts(regex, text) ? "refused" : "accepted",
                                accepts(regex, text) ? "accepted" : "refused"),
                "Lower-case words with one comma between two words, and an optional one at the"
                        + " end.");
    }

    private static Verdict speed(Regex regex) {
        var steps = regex.match("a".repeat(LONG) + "!");
        boolean linear = steps.finished() && steps.count() <= (long) MOST_STEPS_A_CHARACTER * LONG;
        return linear
                ? new Verdict.Passed(
                        "It accepts the same texts, and refuses %,d characters in %,d steps."
                                .formatted(LONG, steps.count()))
                : new Verdict.Wrong(
                        "It accepts the right texts, but on %,d letters and a \"!\": %s."
                                .formatted(LONG, steps),
                        "Can one letter still belong to two repetitions of the pattern?");
    }
}
