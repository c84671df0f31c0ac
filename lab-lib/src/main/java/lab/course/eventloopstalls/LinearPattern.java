package lab.course.eventloopstalls;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
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

    /** Texts that a pattern has to refuse at their very end, whatever it tried before. */
    private static final SequencedMap<String, String> REFUSED = refused();

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

    private static SequencedMap<String, String> refused() {
        var texts = new LinkedHashMap<String, String>();
        texts.put("%,d letters".formatted(LONG), "a".repeat(LONG) + "!");
        texts.put("%,d words".formatted(LONG / 2), "a,".repeat(LONG / 2) + "!");
        return texts;
    }

    private static Verdict speed(Regex regex) {
        long most = 0;
        for (var text : REFUSED.entrySet()) {
            var steps = regex.match(text.getValue());
            if (!steps.finished() || steps.count() > (long) MOST_STEPS_A_CHARACTER * LONG) {
                return new Verdict.Wrong(
                        "It accepts the right texts, but on %s and a \"!\": %s."
                                .formatted(text.getKey(), steps),
                        "Can one letter or comma still belong to two repetitions of the pattern?");
            }
            most = Math.max(most, steps.count());
        }
        return new Verdict.Passed(
                "It accepts the same texts, and refuses %,d characters in at most %,d steps."
                        .formatted(LONG, most));
    }
}
