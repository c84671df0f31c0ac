package lab.jupyter;

import java.util.regex.Pattern;

/** Turns the source of a Javadoc comment into readable HTML or text. */
public final class Javadoc {

    private static final Pattern CODE = Pattern.compile("\\{@(?:code|literal|value)\\s+([^{}]*)}");
    private static final Pattern LINK =
            Pattern.compile("\\{@link(?:plain)?\\s+([^\\s{}]+)(?:\\s+([^{}]*))?}");
    private static final Pattern BLOCK = Pattern.compile("(?m)^\\s*@(\\w+)\\s+");
    private static final Pattern ELEMENT = Pattern.compile("<[^>]*>");

    private Javadoc() {}

    /** The HTML of the comment, with its tags resolved. */
    public static String html(String comment) {
        var links =
                LINK.matcher(comment)
                        .replaceAll(
                                link -> "<code>" + name(link.group(1), link.group(2)) + "</code>");
        var code =
                CODE.matcher(links)
                        .replaceAll(found -> quote("<code>" + escape(found.group(1)) + "</code>"));
        return "<p>" + BLOCK.matcher(code).replaceAll("<br><b>$1</b> ") + "</p>";
    }

    /** The comment without any markup. */
    public static String text(String comment) {
        var links = LINK.matcher(comment).replaceAll(link -> name(link.group(1), link.group(2)));
        var code = CODE.matcher(links).replaceAll(found -> quote(escape(found.group(1))));
        var plain = ELEMENT.matcher(code).replaceAll("");
        return plain.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&").strip();
    }

    public static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String name(String target, String label) {
        var name = target.replaceFirst("^#", "").replace('#', '.');
        return quote(escape(label == null ? name : label));
    }

    private static String quote(String replacement) {
        return java.util.regex.Matcher.quoteReplacement(replacement);
    }
}
