package lab.measure;

/** Escapes text so that a front end that shows HTML does not take it for markup. */
public final class Markup {

    private Markup() {}

    /** The text as content of an element. */
    public static String text(String text) {
        // Jupyter typesets text between two dollars as a formula; one alone in its element
        // has no partner. Regular expressions are full of them.
        return attribute(text).replace("$", "<span>$</span>");
    }

    /** The text as the value of an attribute in quotes. */
    public static String attribute(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
