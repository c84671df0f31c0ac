package lab.regex;

import java.time.Duration;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import lab.measure.Require;

/**
 * A regular expression whose work is counted: every character that the engine reads is one step.
 * The count is exact and the same on every machine, and a match that explodes is given up (C30 to
 * C33).
 */
public final class Regex {

    /** Matches one text and reads its characters one by one. */
    private interface Engine {
        boolean matches(CharSequence text);
    }

    /** Steps after which a match is given up: about a tenth of a second. */
    public static final long MOST_STEPS = 3_000_000;

    private final Engine engine;

    private Regex(Engine engine) {
        this.engine = engine;
    }

    /**
     * The JDK's backtracking engine.
     *
     * @throws PatternSyntaxException if the pattern is not valid
     */
    public static Regex jdk(String pattern) {
        Require.given(pattern, "pattern", "Regex.jdk(\"(a+)+b\")");
        var compiled = Pattern.compile(pattern);
        return new Regex(text -> compiled.matcher(text).matches());
    }

    /**
     * Google's re2j, which never backtracks (C33). It supports no back-references and no
     * look-around.
     *
     * @throws com.google.re2j.PatternSyntaxException if re2j does not support the pattern
     */
    public static Regex re2j(String pattern) {
        Require.given(pattern, "pattern", "Regex.re2j(\"(a+)+b\")");
        var compiled = com.google.re2j.Pattern.compile(pattern);
        return new Regex(text -> compiled.matcher(text).matches());
    }

    /** Matches the whole text and counts its steps, {@link #MOST_STEPS} at most. */
    public Steps match(String text) {
        Require.given(text, "text", "\"a\".repeat(20)");
        return match(new CountedText(text, MOST_STEPS, Long.MAX_VALUE));
    }

    /** Matches the whole text with any number of steps, but gives up after this time. */
    public Steps matchWithin(Duration limit, String text) {
        Require.given(limit, "limit", "ofSeconds(1)");
        Require.given(text, "text", "\"a\".repeat(20)");
        return match(new CountedText(text, Long.MAX_VALUE, System.nanoTime() + limit.toNanos()));
    }

    private Steps match(CountedText text) {
        try {
            boolean matched = engine.matches(text);
            return new Steps(text.steps(), true, matched);
        } catch (CountedText.GivenUp | StackOverflowError e) {
            // The JDK's engine recurses: a long text can overflow its stack before any limit.
            return new Steps(text.steps(), false, false);
        }
    }

    /**
     * How much work a match was.
     *
     * @param count characters read
     * @param finished whether the match ended by itself; {@code false} if it was given up
     * @param matched whether the text matches; {@code false} if it was given up
     */
    public record Steps(long count, boolean finished, boolean matched) {
        @Override
        public String toString() {
            return finished
                    ? "%s in %,d steps".formatted(matched ? "match" : "no match", count)
                    : "given up after %,d steps".formatted(count);
        }
    }
}
