package lab.course.eventloopstalls;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lab.exercise.Verdict;
import lab.regex.Regex;

/** Exercise 02.4: a pattern for the same language, whose steps grow only with the text. */
final class LinearPattern {

    private static final Predicate<String> DANGEROUS =
            Pattern.compile("^([a-z]+?,?)+?$").asMatchPredicate();

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

    private static final String LETTERS = "az,";
    private static final int SHORT = 4;

    /** Too long for the dangerous pattern. */
    private static final List<String> ACCEPTED =
            List.of(
                    "abcdefghijklmnopqrstuvwxyz,zyxwvutsrqponmlkjihgfedcba,",
                    "a,".repeat(40),
                    "red,".repeat(40) + "red");

    private static final int LONG = 2_000;

    /** So long that no stack is enough for one level each, not even for compiled frames. */
    private static final int DEEP = 100_000;

    private static final int MOST_STEPS_A_CHARACTER = 20;

    /** Texts that a pattern has to refuse at their very end, whatever it tried before. */
    private static final SequencedMap<String, String> REFUSED = refused();

    private LinearPattern() {}

    static Verdict check(String pattern) {
        try {
            var regex = Regex.jdk(pattern);
            return difference(regex, SAMPLES.stream(), DANGEROUS)
                    .or(() -> slowness(regex))
                    .or(() -> difference(regex, everyShortText(), DANGEROUS))
                    .or(() -> difference(regex, ACCEPTED.stream(), text -> true))
                    .orElseGet(LinearPattern::passed);
        } catch (PatternSyntaxException e) {
            return new Verdict.Wrong(
                    "It is not a pattern: " + e.getDescription() + ".", "Check the brackets.");
        }
    }

    private static Verdict passed() {
        return new Verdict.Passed(
                "It accepts the same texts, and refuses %,d characters in at most %,d steps."
                        .formatted(LONG, (long) MOST_STEPS_A_CHARACTER * LONG));
    }

    /** Every text of a few letters, and every other character alone, at an end, or inside. */
    private static Stream<String> everyShortText() {
        var letters = Stream.iterate(List.of(""), LinearPattern::longer).limit(SHORT + 1);
        var others =
                IntStream.rangeClosed(' ', '~')
                        .mapToObj(Character::toString)
                        .flatMap(one -> Stream.of(one, "a" + one, one + "a", "a" + one + "b"));
        return Stream.concat(letters.flatMap(List::stream), others);
    }

    private static List<String> longer(List<String> texts) {
        return texts.stream()
                .flatMap(text -> LETTERS.chars().mapToObj(letter -> text + (char) letter))
                .toList();
    }

    private static Optional<Verdict> difference(
            Regex regex, Stream<String> texts, Predicate<String> isAccepted) {
        return texts.filter(text -> accepts(regex, text) != isAccepted.test(text))
                .findFirst()
                .map(text -> differs(regex, text));
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
        texts.put("%,d letters".formatted(LONG), "a".repeat(LONG));
        texts.put("%,d letters".formatted(DEEP), "a".repeat(DEEP));
        texts.put("%,d words".formatted(LONG / 2), "a,".repeat(LONG / 2));
        texts.put("a short word and a long one", "a," + "a".repeat(LONG));
        texts.put("words of 20 letters", ("a".repeat(20) + ",").repeat(LONG / 21));
        return texts;
    }

    private static Optional<Verdict> slowness(Regex regex) {
        return REFUSED.entrySet().stream()
                .flatMap(text -> slowness(regex, text.getKey(), text.getValue() + "!").stream())
                .findFirst();
    }

    private static long allowed(String text) {
        return Math.max(LONG, text.length());
    }

    private static Optional<Verdict> slowness(Regex regex, String name, String text) {
        var steps = regex.match(text);
        if (steps.finished() && steps.count() <= MOST_STEPS_A_CHARACTER * allowed(text)) {
            return Optional.empty();
        }
        boolean outOfStack = !steps.finished() && steps.count() < Regex.MOST_STEPS;
        return Optional.of(
                new Verdict.Wrong(
                        "On %s and a \"!\": %s%s."
                                .formatted(name, steps, outOfStack ? ", with its stack full" : ""),
                        outOfStack
                                ? "Either one letter can belong to two repetitions of the pattern,"
                                        + " or a group with alternatives is repeated for each"
                                        + " letter: Java's engine needs stack for each repetition."
                                : "Can one letter or comma still belong to two repetitions of the"
                                        + " pattern?"));
    }
}
