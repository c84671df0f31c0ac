package lab.chart;

import static java.util.stream.Collectors.joining;

import java.util.Base64;
import java.util.List;
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
 * @param caveats why its numbers deserve less trust, one sentence each
 * @param tableHtml the numbers as an HTML table
 * @param tableText the numbers as plain text
 */
public record Figure(
        byte[] png,
        String alt,
        String finding,
        List<String> caveats,
        String tableHtml,
        String tableText) {

    /** A white picture dazzles in a dark theme: there it is inverted, with its hues kept. */
    private static final String DARK =
            "body[data-jp-theme-light='false'] .lab-figure img, body.vscode-dark .lab-figure img"
                    + " {filter: invert(0.9) hue-rotate(180deg)}";

    /** The figure of a result. */
    public static Figure of(Measured measured) {
        Require.given(measured, "result", "chart(load(…))");
        var shape = measured.shape();
        var table =
                measured.table()
                        .map(own -> new CaptionedTable(shape.title(), own))
                        .orElseGet(() -> Numbers.of(shape));
        return new Figure(
                Picture.of(shape).png(),
                shape.title() + ": " + measured.finding(),
                measured.finding(),
                measured.caveats(),
                table.html(),
                table.text());
    }

    /** The figure for a front end that shows HTML; the table is folded. */
    public String html() {
        return """
        <style>%s</style>
        <figure class="lab-figure" style="margin:0.5em 0">
        <img alt="%s" width="%d" \
        style="max-width:100%%;min-width:600px;height:auto;border-radius:6px" \
        src="data:image/png;base64,%s">
        <figcaption style="max-width:%dpx">%s</figcaption>
        <details><summary>The numbers</summary>
        %s</details>
        </figure>
        """
                .formatted(
                        DARK,
                        Markup.attribute(alt),
                        Picture.SHOWN_WIDTH,
                        Base64.getEncoder().encodeToString(png),
                        Picture.SHOWN_WIDTH,
                        Markup.text(finding) + caveatsHtml(),
                        tableHtml);
    }

    private String caveatsHtml() {
        return caveats.stream()
                .map(caveat -> "<br><em>%s</em>".formatted(Markup.text(caveat)))
                .collect(joining());
    }

    /** The figure as plain text: the finding and its caveats, then the numbers. */
    public String text() {
        return finding
                + caveats.stream().map(caveat -> "\n" + caveat).collect(joining())
                + "\n\n"
                + tableText;
    }

    @Override
    public String toString() {
        return text();
    }
}
