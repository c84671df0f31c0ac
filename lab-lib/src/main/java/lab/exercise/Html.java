package lab.exercise;

import java.util.regex.Pattern;
import lab.measure.Markup;

/** Text as HTML: escaped, with code between backticks and **strong** words, as in hints. */
final class Html {

    private static final Pattern FENCE = Pattern.compile("```(?:java)?\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern STRONG = Pattern.compile("\\*\\*([^*]+)\\*\\*");

    private Html() {}

    static String of(String text) {
        String escaped = Markup.text(text);
        escaped = FENCE.matcher(escaped).replaceAll("<pre>$1</pre>");
        escaped = CODE.matcher(escaped).replaceAll("<code>$1</code>");
        return STRONG.matcher(escaped).replaceAll("<strong>$1</strong>");
    }
}
