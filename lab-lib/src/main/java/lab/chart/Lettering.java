package lab.chart;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.util.Collection;

/** Makes text fit. */
final class Lettering {

    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

    private Lettering() {}

    static int width(String text, Font font) {
        return (int) Math.ceil(font.getStringBounds(text, CONTEXT).getWidth());
    }

    /** The width of the widest text. */
    static int width(Collection<String> texts, Font font) {
        return texts.stream().mapToInt(text -> width(text, font)).max().orElse(0);
    }

    /** The text; if it is too wide, without its middle, because the ends distinguish names. */
    static String fit(String text, Font font, int room) {
        var fitting = text;
        for (int kept = text.length() - 1; width(fitting, font) > room && kept > 2; kept--) {
            int tail = kept / 2;
            fitting = text.substring(0, kept - tail) + "…" + text.substring(text.length() - tail);
        }
        return fitting;
    }

    /** "0.5" for "0.500". */
    static String withoutZeros(String number) {
        return number.contains(".") && !number.contains("e")
                ? number.replaceAll("0+$", "").replaceAll("\\.$", "")
                : number;
    }
}
