package lab.chart;

import java.util.Base64;
import lab.measure.Markup;
import lab.measure.Measured;
import lab.measure.Require;

/**
 * A result as people see it: a picture, and the same facts as text and table for screen readers and
 * for front ends that show no pictures.
 *
 * @param png the picture at twice the size at which it is shown
 * @param alt the picture in words: the measurement and the finding
 * @param finding the result in one sentence
 * @param tableHtml the numbers as an HTML table
 * @param tableText the numbers as plain text
 */
public record Figure(byte[] png, String alt, String finding, String tableHtml, String tableText) {

    /** The figure of a result. */
    public static Figure of(Measured measured) {
        Require.given(measured, "result", "chart(load(…))");
        var shape = measured.shape();
        var table =
                measured.table()
                        .map(own -> new Table(shape.title(), own.head(), own.rows()))
                        .orElseGet(() -> Numbers.of(shape));
        return new Figure(
                Picture.of(shape).png(),
                shape.title() + ": " + measured.finding(),
                measured.finding(),
                table.html(),
                table.text());
    }

    /** The figure for a front end that shows HTML; the table is folded. */
    public String html() {
        return """
        <figure style="margin:0.5em 0">
        <img alt="%s" width="%d" style="max-width:100%%;height:auto;border-radius:6px" \
        src="data:image/png;base64,%s">
        <figcaption style="max-width:%dpx">%s</figcaption>
        <details><summary>The numbers</summary>
        %s</details>
        </figure>
        """
                .formatted(
                        Markup.attribute(alt),
                        Picture.SHOWN_WIDTH,
                        Base64.getEncoder().encodeToString(png),
                        Picture.SHOWN_WIDTH,
                        Markup.text(finding),
                        tableHtml);
    }

    /** The figure as plain text: the finding, then the numbers. */
    public String text() {
        return finding + "\n\n" + tableText;
    }

    @Override
    public String toString() {
        return text();
    }
}
